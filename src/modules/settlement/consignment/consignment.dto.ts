import { movementStates, type MovementState } from '../../../core/settlement/consign.js';
import { Flag, Id, Instant, ListOf, OneOf, Packs, Rupiah, Text } from '../../../platform/http/fields.js';
import { PageView } from '../../../platform/http/page.js';

export class MovedPacksBody {
  @Id()
  lineId: string;
  @Packs({ min: 1, about: 'At most what is left of the line.' })
  packs: number;
}

export class TellMovementRequest {
  @ListOf(() => MovedPacksBody, { max: 200, about: 'Since the last time; each line once.' })
  lines: MovedPacksBody[];
}

export class JudgeReturnRequest {
  @Flag({
    about: 'Whether the goods are back with the supplier; not: they are still the buyer’s to sell or return.',
  })
  isBack: boolean;
}

export class ConsignedLineView {
  @Id()
  lineId: string;
  @Text()
  goodsId: string;
  @Text()
  goodsEn: string;
  @Text()
  packCode: string;
  @Packs({ about: 'Accepted when they came.' })
  handedPacks: number;
  @Packs()
  soldPacks: number;
  @Packs({ about: 'Back with the supplier, who said so.' })
  returnedPacks: number;
  @Packs({ about: 'On their way back; the supplier has not said that they came.' })
  awaitedPacks: number;
  @Packs({ about: 'Handed over, less all these.' })
  leftPacks: number;
}

export class ConsignedReturnView {
  @Id()
  id: string;
  @OneOf(movementStates)
  state: MovementState;
  @Instant()
  toldAt: Date;
  @Packs({ min: 1 })
  packs: number;
}

export class ConsignmentView {
  @Id()
  dropId: string;
  @Text()
  poolTitle: string;
  @Id()
  sellerId: string;
  @Text({ about: 'Who asks for the money.' })
  sellerName: string;
  @Id()
  supplierId: string;
  @Text({ about: 'To whom goods go back.' })
  supplierName: string;
  @Id()
  buyerId: string;
  @Text()
  buyerName: string;
  @Instant({ about: 'What is told of by then neither as sold nor as back is billed.' })
  endsAt: Date;
  @Instant({ nullable: true })
  endedAt: Date | null;
  @Rupiah({ about: 'Asked for so far: what was sold.' })
  askedRp: number;
  @ListOf(() => ConsignedLineView)
  lines: ConsignedLineView[];
  @ListOf(() => ConsignedReturnView, { about: 'The last first.' })
  returns: ConsignedReturnView[];
}

export class ConsignmentPage extends PageView {
  @ListOf(() => ConsignmentView)
  data: ConsignmentView[];
}
