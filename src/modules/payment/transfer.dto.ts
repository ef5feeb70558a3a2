import { CivilDate, Id, Instant, ListOf, OneOf, Rupiah, Text } from '../../platform/http/fields.js';
import { ProofView } from './proof.dto.js';

export class TransferRequest {
  @Rupiah()
  amountRp: number;
  @CivilDate({ about: 'The day on which the bank took it.' })
  paidOn: string;
  @Text({ optional: true, max: 100, about: 'As it stands on the receipt.' })
  reference?: string;
}

export class RefuseTransferRequest {
  @Text({ min: 3, max: 200, about: 'Shown to who paid.' })
  reason: string;
}

export class TransferView {
  @Id()
  id: string;
  @Id()
  dueId: string;
  @Rupiah()
  amountRp: number;
  @CivilDate()
  paidOn: string;
  @Text({ nullable: true })
  reference: string | null;
  @OneOf(['claimed', 'confirmed', 'refused'])
  state: 'claimed' | 'confirmed' | 'refused';
  @Instant()
  claimedAt: Date;
  @Instant({ nullable: true })
  judgedAt: Date | null;
  @Text({ nullable: true })
  refusalReason: string | null;
  @ListOf(() => ProofView, { about: 'What the payer showed, to look at before it is confirmed.' })
  proofs: ProofView[];
}

export class TransferListView {
  @ListOf(() => TransferView)
  data: TransferView[];
}
