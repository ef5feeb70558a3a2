import { useFormat } from './format.js';
import { useLanguage, type Language } from './language.js';

/** UN/CEFACT codes of packages as people call them; the catalog's pack codes carry one: `BERAS-MEDIUM/XSA50`. */
const names: Readonly<Record<string, readonly [id: string, en: string, enMany: string]>> = {
  XSA: ['karung', 'sack', 'sacks'],
  XCT: ['karton', 'carton', 'cartons'],
  XBG: ['kantong', 'bag', 'bags'],
  XBX: ['kotak', 'box', 'boxes'],
  XCR: ['krat', 'crate', 'crates'],
  XPU: ['tray', 'tray', 'trays'],
  XJC: ['jeriken', 'jerrican', 'jerricans'],
  XPK: ['pak', 'pack', 'packs'],
  XGB: ['tabung', 'cylinder', 'cylinders'],
  XBE: ['ikat', 'bundle', 'bundles'],
  XPO: ['kemasan', 'pouch', 'pouches'],
};
const anyPack = ['kemasan', 'pack', 'packs'] as const;

/** What a pack is called, by its code. */
export const packWord = (packCode: string, language: Language, count = 1): string => {
  const unit = /\/(X[A-Z]{2})/.exec(packCode)?.[1] ?? '';
  const [id, en, enMany] = names[unit] ?? anyPack;
  if (language === 'id') return id;
  return count === 1 ? en : enMany;
};

interface Pack {
  readonly packCode: string;
  readonly packSizeMilli: number;
  readonly baseUnit: string;
}

/** Packs in words: `150 karung`, `karung 50 kg`, `150 karung (7,5 ton)`. */
export const usePacks = () => {
  const language = useLanguage();
  const format = useFormat();
  const word = (packCode: string, count = 1): string => packWord(packCode, language, count);
  const count = (packs: number, packCode: string): string =>
    `${format.number(packs)} ${word(packCode, packs)}`;
  const amount = (packs: number, { packSizeMilli, baseUnit }: Pack): string =>
    format.quantity(packs * packSizeMilli, baseUnit);
  return {
    word,
    count,
    /** Content of so many packs: `7,5 ton`. */
    amount,
    size: ({ packCode, packSizeMilli, baseUnit }: Pack): string =>
      language === 'id'
        ? `${word(packCode)} ${format.quantity(packSizeMilli, baseUnit)}`
        : `${format.quantity(packSizeMilli, baseUnit)} ${word(packCode)}`,
    both: (packs: number, pack: Pack): string => `${count(packs, pack.packCode)} (${amount(packs, pack)})`,
    perUnit: (priceRp: number, baseUnit: string): string =>
      `${format.rupiah(priceRp)}/${format.unit(baseUnit)}`,
  };
};

/** A commodity in the language of who reads. */
export const useGoods = (): ((goods: {
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
}) => string) => {
  const language = useLanguage();
  return ({ commodityNameId, commodityNameEn }) => (language === 'id' ? commodityNameId : commodityNameEn);
};
