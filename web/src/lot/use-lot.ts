import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useLanguage } from '../words/language.js';

interface Named {
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly packNameId: string;
  readonly packNameEn: string;
}

export const useLot = (lotId: string) =>
  useAsk(`lot:${lotId}`, (api) => dataOf(api.GET('/api/v1/lots/{lotId}', { params: { path: { lotId } } })));

/** What people call the goods: `Beras medium`, and in what they come: `Karung 50 kg`. */
export const useGoodsName = () => {
  const language = useLanguage();
  return (of: Named): { readonly goods: string; readonly pack: string } =>
    language === 'id'
      ? { goods: of.commodityNameId, pack: of.packNameId }
      : { goods: of.commodityNameEn, pack: of.packNameEn };
};
