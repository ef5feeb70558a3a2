import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useLanguage } from '../words/language.js';

/** All commodities of the catalog: there are about a hundred. */
export const useCommodities = () =>
  useAsk('commodities', (api) =>
    dataOf(api.GET('/api/v1/commodities', { params: { query: { limit: 200 } } })),
  );

/** What people call the goods of a pack's code; the code itself until the catalog is there. */
export const useCommodityNames = (): ((packCode: string) => string) => {
  const language = useLanguage();
  const commodities = useCommodities();
  return (packCode) => {
    const code = packCode.split('/')[0] ?? packCode;
    const found =
      commodities.state === 'done' ? commodities.data.data.find((each) => each.code === code) : undefined;
    if (found === undefined) return code;
    return language === 'id' ? found.nameId : found.nameEn;
  };
};
