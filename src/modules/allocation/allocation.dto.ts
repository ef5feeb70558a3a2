import { Id, ListOf, Packs, Text } from '../../platform/http/fields.js';

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
  @ListOf(() => SupplierPacksView)
  suppliers: SupplierPacksView[];
}

export class SharePageView {
  @ListOf(() => ShareView)
  data: ShareView[];
  @Id({ nullable: true })
  nextCursor: string | null;
}
