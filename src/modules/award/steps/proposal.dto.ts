import { awardStates } from '../../../core/award/award-state.js';
import { Id, Instant, ListOf, OneOf, Packs, Rupiah, Text, Whole } from '../../../platform/http/fields.js';
import { LosingBidView } from '../award.dto.js';

export class ProposalLineView {
  @Id({ nullable: true })
  bidId: string | null;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Packs()
  packs: number;
  @Rupiah({ about: 'Per base unit, of the tier reached.' })
  priceRpPerUnit: number;
  @Rupiah({ about: 'Everything included.' })
  amountRp: number;
}

export class ProposalView {
  @Id()
  awardId: string;
  @Id()
  lotId: string;
  @Whole({ min: 1, about: 'How often the lot has been awarded.' })
  attempt: number;
  @OneOf(awardStates)
  state: string;
  @Instant({ nullable: true, about: 'Until when objections may be made; null where there is no window.' })
  objectionsUntil: Date | null;
  @Packs()
  demandPacks: number;
  @Packs({ min: 0 })
  awardedPacks: number;
  @ListOf(() => ProposalLineView)
  lines: ProposalLineView[];
  @ListOf(() => LosingBidView, { about: "The caller's own bids without packs, each with its reason." })
  ownLosingBids: LosingBidView[];
}
