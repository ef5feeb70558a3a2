import { aboutPriceKind, priceKinds, type PriceKind } from '../../core/pool/pricing.js';
import { OneOf, Rupiah } from '../../platform/http/fields.js';

/** Every kind with what it means, for those who choose and those who join. */
const aboutKinds = (language: 'id' | 'en'): string =>
  priceKinds.map((kind) => `\`${kind}\`: ${aboutPriceKind[kind][language]}`).join(' ');
const about = `Harga yang dibayar. ${aboutKinds('id')}\n\nThe price that is paid. ${aboutKinds('en')}`;

/** What the members of a pool pay. */
export class PoolPricingBody {
  @OneOf(priceKinds, { optional: true, about, example: 'uniform' })
  kind?: PriceKind;

  @Rupiah({
    optional: true,
    min: 0,
    about:
      "The organiser's fee per base unit of what is accepted; part of every landed price, at most the lowest ceiling. Left out: none.",
    example: 25,
  })
  feeRpPerUnit?: number;
}

export class PoolPricingView {
  @OneOf(priceKinds, { about })
  kind: PriceKind;
  @Rupiah({ min: 0 })
  feeRpPerUnit: number;
}
