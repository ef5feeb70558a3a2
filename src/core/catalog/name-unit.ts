interface BothLanguages {
  readonly id: string;
  readonly en: string;
}

const known: Readonly<Record<string, BothLanguages>> = {
  KGM: { id: 'kg', en: 'kg' },
  LTR: { id: 'liter', en: 'litre' },
  H87: { id: 'buah', en: 'piece' },
};

/**
 * A base unit (UN/CEFACT Rec 20) as people say it after a price; one that is not known is just a unit.
 *
 *   KGM -> kg, kg | LTR -> liter, litre | XYZ -> satuan, unit
 */
export const nameUnit = (unitCode: string): BothLanguages => known[unitCode] ?? { id: 'satuan', en: 'unit' };
