import { Id, Instant, ListOf, OneOf, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';
import { PackedGoodsView } from '../catalog/index.js';

export const creditFates = ['none', 'open', 'paid'] as const;
export type CreditFate = (typeof creditFates)[number];

export class DropDifferenceGoodsView extends PackedGoodsView {
  @Whole({ min: 1 })
  shippedPacks: number;
  @Whole({ min: 0 })
  acceptedPacks: number;
  @Whole({ min: 0 })
  quarantinedPacks: number;
  @Whole({ min: 0 })
  damagedPacks: number;
  @Whole({ min: 0 })
  missingPacks: number;
}

export class DropDifferenceView {
  @Id({ about: 'The drop.' })
  dropId: string;
  @Text()
  senderName: string;
  @Text()
  receiverName: string;
  @Text({ nullable: true, max: 60 })
  deliveryNote: string | null;
  @Instant()
  receivedAt: Date;
  @ListOf(() => DropDifferenceGoodsView, { about: 'Goods of it of which not all was accepted.' })
  goods: DropDifferenceGoodsView[];
  @Id({ nullable: true, about: 'Null until the invoice is written.' })
  invoiceId: string | null;
  @Rupiah({ min: 0, nullable: true, about: 'Of the whole drop: only what was accepted is invoiced.' })
  invoicedRp: number | null;
  @Rupiah({ min: 0, about: 'Asked for before the goods came.' })
  requestedRp: number;
  @Rupiah({ min: 0, about: 'Of that too much, which goes back.' })
  creditedRp: number;
  @OneOf(creditFates, {
    about: '`none`: nothing goes back; `open`: still owed; `paid`: given back or set off.',
  })
  credit: CreditFate;
}

export class DropDifferencePageView extends PageView {
  @ListOf(() => DropDifferenceView)
  data: DropDifferenceView[];
}
