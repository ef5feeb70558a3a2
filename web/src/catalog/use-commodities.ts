import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useLanguage } from '../words/language.js';

/** All commodities of the catalog: there are about a hundred. */
export const useCommodities = () =>
  useAsk('commodities', (api) =>
    dataOf(api.GET('/api/v1/commodities', { params: { query: { limit: 200 } } })),
  );

const codeOf = (packCode: string): string => packCode.split('/')[0] ?? packCode;

/** The goods of a pack's code; none until the catalog is there. */
export const useCommodityOf = () => {
  const commodities = useCommodities();
  return (packCode: string) =>
    commodities.state === 'done'
      ? commodities.data.data.find(({ code }) => code === codeOf(packCode))
      : undefined;
};

/** What people call the goods of a pack's code; the code itself until the catalog is there. */
export const useCommodityNames = (): ((packCode: string) => string) => {
  const language = useLanguage();
  const commodityOf = useCommodityOf();
  return (packCode) => {
    const found = commodityOf(packCode);
    if (found === undefined) return codeOf(packCode);
    return language === 'id' ? found.nameId : found.nameEn;
  };
};
