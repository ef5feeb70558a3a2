import { groupBy } from '../core/kernel/group-by.js';
import { type SeasonCheck } from './compare-numbers.js';
import { sumOf } from '../core/kernel/sum-of.js';
import { formatRupiah, formatWhole } from './format-rupiah.js';
import { columns, padCell, wrap } from './lay-out-text.js';
import { printLot, printSaving } from './print-lot.js';
import { printOne } from './print-one.js';
import { addSavings, reckonSavings, type KoperasiSaving } from './reckon-savings.js';
import type { SeasonFacts } from './season-facts.js';

const faultNames = {
  missing: 'kurang (missing)',
  damaged: 'rusak (damaged)',
  quarantined: 'karantina (quarantined)',
} as const;

/** What all names begin with, to the last space: said once above, not 68 times below. */
const sharedPrefix = (names: readonly string[]): string => {
  const [first = '', ...rest] = names;
  let length = rest.length === 0 ? 0 : first.length;
  for (const name of rest) while (!name.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, first.lastIndexOf(' ', length - 1) + 1);
};

const printKoperasi = ({ partyNames }: SeasonFacts, savings: readonly KoperasiSaving[]): string[] => {
  const rows = [...groupBy(savings, ({ koperasiId }) => koperasiId)]
    .map(([id, own]) => ({ name: partyNames.get(id) ?? id, ...addSavings(own) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'id'));
  const prefix = sharedPrefix(rows.map(({ name }) => name));
  const saved = rows.map(({ aloneRp, togetherRp }) => aloneRp - togetherRp);
  const cells = rows.map(
    ({ name }, place) =>
      `${padCell(name.slice(prefix.length), 17)}${formatRupiah(saved[place] ?? 0).padStart(12)}`,
  );
  return [
    `Hemat per koperasi (saved per koperasi)${prefix && `, ${prefix.trim()}`}`,
    ...columns(cells, 3),
    `  paling sedikit (least) ${formatRupiah(Math.min(...saved))}, paling banyak (most) ${formatRupiah(Math.max(...saved))}`,
  ];
};

const printFaults = ({ drops, lots, partyNames }: SeasonFacts): string[] =>
  drops.flatMap((drop) =>
    drop.lines.flatMap((line) => {
      const found = [
        [faultNames.missing, line.missingPacks ?? 0],
        [faultNames.damaged, line.damagedPacks ?? 0],
        [faultNames.quarantined, line.quarantinedPacks ?? 0],
      ] as const;
      const packCode = lots.find(({ lot }) => lot.id === line.lotId)?.lot.packCode ?? '';
      const nameOf = (id: string): string => partyNames.get(id) ?? id;
      return found
        .filter(([, packs]) => packs > 0)
        .flatMap(([what, packs]) =>
          wrap(
            `${nameOf(drop.koperasiId)}: ${packs} dari (of) ${line.shippedPacks} ${packCode} ${what}, dari (from) ${nameOf(drop.supplierId)}`,
            '  - ',
            '    ',
          ),
        );
    }),
  );

const printGoods = (facts: SeasonFacts): string[] => {
  const lines = facts.drops.flatMap((drop) => drop.lines);
  const shipped = sumOf(lines, (line) => line.shippedPacks);
  const accepted = sumOf(lines, (line) => line.acceptedPacks ?? 0);
  return [
    `Pengiriman (drops): ${formatWhole(facts.drops.length)}, kemasan dikirim (packs shipped) ${formatWhole(shipped)}, ` +
      `diterima baik (accepted) ${formatWhole(accepted)}`,
    ...printFaults(facts),
  ];
};

const printMoney = ({ invoices, requests, requirements }: SeasonFacts): string[] => {
  const credits = invoices.filter(({ creditedRp }) => creditedRp > 0);
  const needs = sumOf(requirements, ({ lines }) => lines.length);
  return [
    `Tagihan (payment requests): ${formatWhole(requests.length)}, ${formatRupiah(sumOf(requests, ({ amountRp }) => amountRp))}`,
    `Faktur (invoices): ${formatWhole(invoices.length)}, ${formatRupiah(sumOf(invoices, ({ amountRp }) => amountRp))}` +
      ` · nota kredit (credits): ${credits.length}, ${formatRupiah(sumOf(credits, ({ creditedRp }) => creditedRp))}`,
    `Dapur MBG (kitchens): ${requirements.length}, ${needs} kebutuhan dibawa koperasi mitra (needs carried by partner koperasi)`,
  ];
};

const printChecks = (checks: readonly SeasonCheck[]): string[] => [
  'Pemeriksaan (checks)',
  ...checks.flatMap(({ name, held, detail }) => wrap(`${name}: ${detail}`, held ? '  ✓ ' : '  ✗ ', '    ')),
];

/** What a season brought, for people: prices alone and together, who saved what, and whether everything adds up. */
export const printSummary = (facts: SeasonFacts, checks: readonly SeasonCheck[]): string => {
  const { plan, lots, pool } = facts;
  const savings = reckonSavings(facts);
  return [
    '',
    `RINGKASAN MUSIM (season summary): minggu (week) ${plan.isoWeek}, ` +
      `${plan.commitments.length} koperasi, benih (seed) ${plan.seed}`,
    ...lots.flatMap((lot) => [
      '',
      ...printLot(
        lot,
        pool,
        savings.filter(({ lotId }) => lotId === lot.lot.id),
      ),
    ]),
    '',
    ...printKoperasi(facts, savings),
    '',
    ...printOne(facts),
    '',
    ...wrap(`Semua (in all): ${printSaving(addSavings(savings))}`, '', '  '),
    '',
    ...printGoods(facts),
    ...printMoney(facts),
    '',
    ...printChecks(checks),
  ].join('\n');
};
