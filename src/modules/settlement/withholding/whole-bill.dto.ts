import { withholdingCodes, type WithholdingCode } from '../../../core/settlement/withhold.js';
import { CivilDate, Id, Instant, ListOf, OneOf, Rupiah, Text, Whole } from '../../../platform/http/fields.js';
import { PageView } from '../../../platform/http/page.js';

export class WithheldView {
  @OneOf(withholdingCodes)
  code: WithholdingCode;
  @Rupiah({ min: 0, about: 'The bill without value added tax.' })
  baseRp: number;
  @Whole({ about: 'In 1/10,000.' })
  rateBps: number;
  @CivilDate({ about: 'Since when that rate has held.' })
  rateFrom: string;
  @Rupiah({ min: 0 })
  amountRp: number;
  @Text({ nullable: true, about: 'Of the slip (bukti potong); null until the organiser has written it.' })
  slipNumber: string | null;
}

export class WholeBillView {
  @Id()
  id: string;
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Id()
  organiserId: string;
  @Text()
  organiserName: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Rupiah({ min: 0, about: 'For all that was accepted of the lot.' })
  amountRp: number;
  @Rupiah({ min: 0 })
  withheldRp: number;
  @ListOf(() => WithheldView)
  withheld: WithheldView[];
  @Id({ nullable: true, about: 'The due by which it is paid; null where nothing of it may be paid yet.' })
  dueId: string | null;
  @Rupiah({ nullable: true, min: 0, about: 'What is paid: what agrees, less what is withheld.' })
  payableRp: number | null;
  @Instant()
  dueAt: Date;
  @Instant()
  billedAt: Date;
}

export class WholeBillPage extends PageView {
  @ListOf(() => WholeBillView)
  data: WholeBillView[];
}

export class WriteSlipBody {
  @OneOf(withholdingCodes)
  code: WithholdingCode;
  @Text({ max: 100, about: 'The number of the slip (bukti potong), as the tax office knows it.' })
  slipNumber: string;
}
