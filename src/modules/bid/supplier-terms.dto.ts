import { MOST_TERMS_RP } from '../../core/bid/supplier-terms.js';
import { Id, Instant, ListOf, Part, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { NullOr } from '../../platform/http/null-or.js';
import { FailedBidView } from './bid.dto.js';
import { Nonce } from './nonce.js';

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

export class SubmitSupplierTermsBody extends SupplierTermsBody {
  @Nonce()
  nonce?: string;
}

export class SupplierTermsView {
  @Id()
  poolId: string;
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Whole({ min: 1, about: 'Only ever added; the last one counts. Send it in If-Match with the next.' })
  revision: number;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
  @Part(() => SupplierTermsBody, {
    nullable: true,
    about: "Null while they are sealed, also to their supplier: until the pool's last lot is opened.",
  })
  terms: SupplierTermsBody | null;
  @Text({ nullable: true, about: 'As it was published when the terms were sealed.' })
  hash: string | null;
  @Text({ nullable: true, max: 20_000, about: 'Once opened, what the hash is of, to the letter.' })
  sealedText: string | null;
}

export class SupplierTermsListView {
  @ListOf(() => SupplierTermsView)
  data: SupplierTermsView[];
  @ListOf(() => FailedBidView, { about: 'Terms that could not be taken when they were opened.' })
  failed: FailedBidView[];
}
