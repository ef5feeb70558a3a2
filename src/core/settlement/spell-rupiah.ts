const UNITS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
/** From the smallest; what a number up to 2^53 needs. */
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'];

const spellTens = (number: number): string[] => {
  if (number === 10) return ['sepuluh'];
  if (number === 11) return ['sebelas'];
  if (number > 10 && number < 20) return [UNITS[number - 10] ?? '', 'belas'];
  const tens = Math.floor(number / 10);
  return [...(tens > 0 ? [UNITS[tens] ?? '', 'puluh'] : []), UNITS[number % 10] ?? ''];
};

const spellHundreds = (number: number): string[] => {
  const hundreds = Math.floor(number / 100);
  const head = hundreds === 0 ? [] : hundreds === 1 ? ['seratus'] : [UNITS[hundreds] ?? '', 'ratus'];
  return [...head, ...spellTens(number % 100)];
};

/**
 * An amount in words, as Indonesian papers bear it (terbilang).
 *
 *   0 -> nol rupiah ; 1,011,500 -> satu juta sebelas ribu lima ratus rupiah ; 1,100 -> seribu seratus rupiah
 *
 * By hand, for the library of that name is unkept (0.0.3, never released again) and reads numbers as text.
 * @throws RangeError of what is no whole amount from 0 to 2^53 - 1.
 */
export const spellRupiah = (amountRp: number): string => {
  if (!Number.isSafeInteger(amountRp) || amountRp < 0) throw new RangeError(`${amountRp} is no whole amount`);
  if (amountRp === 0) return 'nol rupiah';
  const words: string[] = [];
  for (let left = amountRp, place = 0; left > 0; left = Math.floor(left / 1000), place += 1) {
    const group = left % 1000;
    if (group === 0) continue;
    const scale = SCALES[place] ?? '';
    words.unshift(...(place === 1 && group === 1 ? ['seribu'] : [...spellHundreds(group), scale]));
  }
  return `${words.filter((word) => word !== '').join(' ')} rupiah`;
};
