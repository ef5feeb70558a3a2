/** The goods that are followed, by the name of the source; those that are not written alike in both files. */
const sameGoods = { 'Cabai Rawit Merah': 'Cabai Rawit' };
const PROVINCE = 'Jawa Barat';
const NATION = 'RATA-RATA 34 PROVINSI';
const MARKETS = ['Pasar Anyar', 'Pasar Warung Jambu 2'];

/**
 * Monthly means in rupiah by goods and place, each place's months in a row from its first; null where none was
 * recorded.
 */
export function listPrices(provinces, markets) {
  const series = new Map();
  const keep = (goods, place, month, price) => {
    const name = sameGoods[goods] ?? goods;
    const places = series.get(name) ?? new Map();
    const months = places.get(place) ?? new Map();
    months.set(month, Number(price));
    series.set(name, places.set(place, months));
  };
  for (const [month, goods, place, price] of rowsOf(provinces))
    if (place === PROVINCE || place === NATION)
      keep(goods, place === NATION ? 'Indonesia' : place, month, price);
  for (const [month, goods, , place, price] of rowsOf(markets))
    if (MARKETS.includes(place)) keep(goods, place, month, price);
  return [...series].map(([name, places]) => ({
    name,
    places: [...places].map(([place, months]) => ({ place, ...inRow(months) })),
  }));
}

function rowsOf(csv) {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));
}

function inRow(months) {
  const known = [...months.keys()].sort();
  const [from, until] = [indexOf(known[0]), indexOf(known.at(-1))];
  const prices = Array.from({ length: until - from + 1 }, (_, at) => months.get(monthOf(from + at)) ?? null);
  return { from: known[0], prices };
}

function indexOf(month) {
  const [year, number] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function monthOf(index) {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
