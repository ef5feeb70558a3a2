import { CommodityEntity, PackEntity, PriceReferenceEntity, UnitEntity } from './catalog.entity.js';

export { CatalogModule } from './catalog.module.js';
export { PackedGoodsView } from './packed-goods.dto.js';
export { CatalogReader, type Ceiling, type CommodityFacts, type PackFacts } from './catalog.reader.js';

export const catalogEntities = [UnitEntity, CommodityEntity, PackEntity, PriceReferenceEntity];
