import { dayInWords } from '../kernel/day-in-words.js';
import type { Paper } from '../kernel/paper.js';
import { sumOf } from '../kernel/sum-of.js';

export interface NotePaperLine {
  readonly goods: string;
  /** Whose packs they are: a kitchen's travel with its partner's. */
  readonly forWhom: string;
  readonly packs: number;
  readonly packName: string;
  /** Thousandths of the base unit in a pack. */
  readonly packSizeMilli: number;
  readonly unitName: string;
}

export interface NotePaper {
  /** Null until the drop has left: what is printed before is for loading by. */
  readonly number: string | null;
  readonly poolTitle: string;
  readonly senderName: string;
  readonly receiverName: string;
  /** Village and kecamatan, as far as they are known. */
  readonly goesTo: string;
  readonly pickupPlace: string | null;
  /** Civil days at the organiser's place. */
  readonly neededOn: string;
  readonly sentOn: string | null;
  readonly lines: readonly NotePaperLine[];
}

const quantities = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 3 });
const SIGNED = ['Pengirim (sender)', 'Pengemudi (driver)', 'Penerima (receiver)'];

/** A delivery note (surat jalan) as paper: what is on the truck, from whom, for whom, and room for three names. */
export const layOutNote = (paper: NotePaper): Paper => {
  const { number, lines, pickupPlace, sentOn } = paper;
  const title = number === null ? 'Daftar muat (loading list)' : `Surat Jalan ${number}`;
  return {
    title,
    lines: [
      {
        kind: 'facts',
        facts: [
          ['Dari (from)', paper.senderName],
          ['Kepada (to)', paper.receiverName],
          ...(pickupPlace === null
            ? ([['Tujuan (place)', paper.goesTo]] as const)
            : ([['Diambil di (fetched at)', pickupPlace]] as const)),
          ['Putaran (pool)', paper.poolTitle],
          ['Diperlukan (needed by)', dayInWords(paper.neededOn)],
          ['Berangkat (left)', sentOn === null ? '................' : dayInWords(sentOn)],
        ],
      },
      { kind: 'space' },
      {
        kind: 'table',
        columns: [
          { label: 'Barang (goods)' },
          { label: 'Untuk (for)' },
          { label: 'Jumlah (quantity)', align: 'right' },
          { label: 'Isi (content)', align: 'right' },
          { label: 'Diterima (accepted)', align: 'right' },
        ],
        rows: lines.map((line) => [
          line.goods,
          line.forWhom,
          `${line.packs} ${line.packName}`,
          `${quantities.format((line.packs * line.packSizeMilli) / 1000)} ${line.unitName}`,
          '........',
        ]),
      },
      { kind: 'facts', facts: [['Jumlah kemasan (packs)', String(sumOf(lines, ({ packs }) => packs))]] },
      {
        kind: 'text',
        text: 'Hitung bersama di tempat. Yang rusak, kurang atau disisihkan dicatat penerima sebelum tanda tangan. (Count together at the gate; what is damaged, missing or set apart is noted before signing.)',
      },
      { kind: 'space' },
      {
        kind: 'table',
        columns: SIGNED.map((label) => ({ label })),
        rows: [['', '', ''], SIGNED.map(() => '............................')],
      },
    ],
    foot: title,
  };
};
