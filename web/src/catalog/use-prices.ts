import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { Language } from '../words/language.js';
import type { MarketGoods } from './market-goods.js';

const MOST = 200;

export const useAwarded = () =>
  useAsk('awarded-prices', (api) => dataOf(api.GET('/api/v1/awarded-prices', { params: { query: {} } })));

export const useReferences = () =>
  useAsk('price-references', (api) =>
    dataOf(api.GET('/api/v1/price-references', { params: { query: { limit: MOST } } })),
  );

type Awarded = View<'AwardedPriceView'>;
type Reference = View<'PriceReferenceView'>;

/** What pools that buy were awarded at for goods, the newest first. */
export const awardsOf = ({ commodities }: MarketGoods, awarded: readonly Awarded[]): readonly Awarded[] =>
  awarded.filter(({ commodityCode, side }) => side === 'buy' && commodities.includes(commodityCode));

/** The ceilings of goods where the first pools are: West Java lies in zone 1. */
export const ceilingsOf = ({ references }: MarketGoods, known: readonly Reference[]): readonly Reference[] =>
  references.flatMap((code) =>
    known.filter((row) => row.code === code && ['1', 'nasional'].includes(row.zone)),
  );

/** Where a price is written: in the reader's language, where it is kept in both. */
export const sourceOf = (
  { source, sourceEn }: Pick<Reference, 'source' | 'sourceEn'>,
  language: Language,
): string => (language === 'id' ? source : (sourceEn ?? source));
