import { MOST_TERMS_RP } from '../../core/bid/supplier-terms.js';
import { Id, Instant, ListOf, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { NullOr } from '../../platform/http/null-or.js';

export class SupplierTermsBody {
  @Rupiah({ min: 0, max: MOST_TERMS_RP, about: 'Once, if you are awarded anything at all in this pool.' })
  fixedChargeRp: number;

  @NullOr()
  @Whole({
    min: 1,
    about:
      'Most you can deliver over all lots together, in thousandths of the base unit (g, ml); null: no limit.',
    example: 20_000_000,
  })
  capacityMilli: number | null;

  @Rupiah({
    min: 0,
    max: MOST_TERMS_RP,
    about: 'Goods at tier prices: if awarded anything at all, at least so much.',
  })
  minimumOrderRp: number;
}

export class SupplierTermsView extends SupplierTermsBody {
  @Id()
  poolId: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({ min: 1, about: 'Revisions are only ever added; the last one counts.' })
  revision: number;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
}

export class SupplierTermsListView {
  @ListOf(() => SupplierTermsView)
  data: SupplierTermsView[];
}
