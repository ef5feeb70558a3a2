import type { SeasonFacts } from './season-facts.js';

/** Where a running system explains each lot, and how anybody recomputes an award on their own machine. */
export const printReadOn = ({ lots, pool }: SeasonFacts, baseUrl: string): string => {
  const root = `${baseUrl.replace(/\/+$/, '')}/api/v1`;
  const named = lots.map(({ lot }) => ({
    name: pool.items.find(({ itemId }) => itemId === lot.itemId)?.commodityNameId ?? lot.packCode,
    path: `${root}/lots/${lot.id}/award`,
  }));
  return [
    '',
    'Mengapa begini? Penjelasan tiap paket (why each lot is as it is; English: ?language=en)',
    ...named.flatMap(({ name, path }) => [`  ${name}:`, `    ${path}/explanation?language=id`]),
    'Hitung sendiri pemenangnya (recompute an award yourself)',
    ...named
      .slice(0, 1)
      .map(({ path }) => `  curl -so award.json ${path}/file && npx sepikul award verify award.json`),
  ].join('\n');
};
