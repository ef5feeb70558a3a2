import { Text, Whole } from '../../platform/http/fields.js';

/** Goods in the packs they are traded in, as every list of them says it. */
export class PackedGoodsView {
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Text()
  packCode: string;
  @Whole({ min: 1, about: 'Milli base units in a pack: 50000 is 50 kg.' })
  packSizeMilli: number;
  @Text({ about: 'UN/CEFACT Rec 20 code of the base unit.' })
  baseUnit: string;
}
