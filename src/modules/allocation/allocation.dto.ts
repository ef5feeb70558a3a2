import { outReasons } from '../../core/award/coalition/coalition.js';
import { Id, ListOf, MAX_WHOLE, OneOf, Packs, Rupiah, Text } from '../../platform/http/fields.js';
import { PageView } from '../../platform/http/page.js';

export class SupplierPacksView {
  @Id()
  supplierId: string;
  @Packs()
  packs: number;
}

export class ShareView {
  @Id()
  lineId: string;
  @Id()
  koperasiId: string;
  @Packs({ nullable: true, about: 'Null for a supplier, who sees its own packs only.' })
  askedPacks: number | null;
  @Packs({ nullable: true, min: 0, about: 'Null for a supplier.' })
  allocatedPacks: number | null;
  @Text({
    nullable: true,
    about: "SHA-256 of `<pool id>:<line id>`: the line's place in the draw. Null for a supplier.",
  })
  draw: string | null;
  @Rupiah({
    nullable: true,
    min: -MAX_WHOLE,
    about:
      'What the award says these packs come to, everything included. Null for a supplier, and of a distribution.',
  })
  amountRp: number | null;
  @OneOf(outReasons, {
    nullable: true,
    about: 'Why it gets nothing; to its own koperasi, the organiser and who oversees all.',
  })
  reason: string | null;
  @Text({ nullable: true, max: 500, about: 'The same in Bahasa Indonesia.' })
  reasonId: string | null;
  @Text({ nullable: true, max: 500, about: 'The same in English.' })
  reasonEn: string | null;
  @Packs({ nullable: true, about: 'Where a limit keeps it out: what it would have had.' })
  wouldPacks: number | null;
  @Rupiah({ nullable: true, min: -MAX_WHOLE, about: 'And what it would have paid.' })
  wouldAmountRp: number | null;
  @ListOf(() => SupplierPacksView)
  suppliers: SupplierPacksView[];
}

export class SharePageView extends PageView {
  @ListOf(() => ShareView)
  data: ShareView[];
}
