import { ageBuckets, type Ageing } from '../../../core/payment/terms/age-dues.js';
import { writeSheet } from '../../../platform/file/write-sheet.js';
import type { AgeingSide } from './terms.reader.js';

const HEADINGS = {
  id: ['Belum jatuh tempo', '1-30 hari', '31-60 hari', '61-90 hari', '> 90 hari', 'Jumlah (Rp)'],
  en: ['Not due yet', '1-30 days', '31-60 days', '61-90 days', '> 90 days', 'Total (Rp)'],
};
const SIDES = {
  receivable: { sheet: 'Umur piutang', party: ['Pihak yang berutang', 'Owed by'] },
  payable: { sheet: 'Umur utang', party: ['Pihak yang ditagih', 'Owed to'] },
} as const;

/** What is open by party and age as an xlsx file; the same ageing is the same bytes. */
export const writeAgeing = (
  { parties, total, on }: Ageing & { readonly on: string },
  side: AgeingSide,
): Promise<Buffer> => {
  const { sheet, party } = SIDES[side];
  return writeSheet(
    [
      { cells: [party[0], ...HEADINGS.id], isBold: true },
      { cells: [party[1], ...HEADINGS.en], isBold: true },
      ...parties.map((row) => ({
        cells: [row.partyName, ...ageBuckets.map((bucket) => row[bucket]), row.totalRp],
      })),
      {
        cells: [`Jumlah / Total ${on}`, ...ageBuckets.map((bucket) => total[bucket]), total.totalRp],
        isBold: true,
      },
    ],
    { name: sheet, widths: [36, 18, 14, 14, 14, 14, 18], headings: 2 },
  );
};
