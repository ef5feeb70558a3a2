import { Id, ListOf, Packs, Rupiah, Whole } from '../../platform/http/fields.js';

export class ProceedsRowView {
  @Id()
  koperasiId: string;
  @Packs({ min: 0 })
  acceptedPacks: number;
  @Whole({ about: 'Accepted packs x the basis points of their grade: what the price was paid for.' })
  worthBps: number;
  @Rupiah({ min: 0, about: 'What its buyers were invoiced, at the clearing price.' })
  invoicedRp: number;
  @Rupiah({ min: 0, about: "What it gets: all but the organiser's fee, and never less than its own limit." })
  proceedsRp: number;
}

export class ProceedsView {
  @ListOf(() => ProceedsRowView, { max: 100_000 })
  data: ProceedsRowView[];
}
