import { nameUnit } from '../catalog/name-unit.js';
import { dayInWords } from '../kernel/day-in-words.js';
import { sumOf } from '../kernel/sum-of.js';
import type { Paper, PaperFact } from '../kernel/paper.js';
import { rupiah } from '../kernel/rupiah.js';
import { spellRupiah } from './spell-rupiah.js';
import type { TaxCode } from './tax-line.js';

export interface InvoicePaper {
  readonly number: string;
  readonly poolTitle: string;
  readonly issuerName: string;
  readonly payerName: string;
  /** Civil days at the organiser's place. */
  readonly issuedOn: string;
  readonly receivedOn: string;
  readonly deliveryNote: string | null;
  readonly amountRp: number;
  readonly requestedRp: number;
  readonly creditedRp: number;
  readonly creditNumber: string | null;
  readonly lines: readonly {
    readonly goods: string;
    readonly packs: number;
    readonly packName: string;
    /** UN/CEFACT Rec 20. */
    readonly baseUnit: string;
    /** The lot's price, rounded to a rupiah; the amount is not. */
    readonly priceRpPerUnit: number;
    readonly amountRp: number;
    readonly taxCode: TaxCode;
    readonly baseRp: number;
    readonly taxRp: number;
    /** What of the amount is not goods. */
    readonly freightRp: number;
    readonly fixedRp: number;
    readonly feeRp: number;
  }[];
  readonly balances: readonly { readonly amountRp: number; readonly dueOn: string }[];
  /** By what the invoice's dues were covered so far. */
  readonly covers: readonly { readonly kind: string; readonly amountRp: number }[];
}

export const taxWords: Readonly<Record<TaxCode, string>> = {
  ppn: 'PPN',
  exempt: 'dibebaskan (exempt)',
  none: 'penjual bukan PKP (no VAT)',
  check: 'perlu diperiksa (to be checked)',
};

const coverWords: Readonly<Record<string, string>> = {
  gateway: 'Dibayar lewat gerbang pembayaran (paid by gateway)',
  transfer: 'Dibayar dengan transfer bank (paid by bank transfer)',
  payout: 'Dibayar (paid out)',
  deposit: 'Uang muka dipakai (deposit applied)',
  credit: 'Kredit dipakai (credit applied)',
  'credit-note': 'Dikurangi nota kredit (credit note)',
  reversal: 'Pembayaran ditarik kembali (reversed)',
};

/** What an invoice's amount is made of, where it is more than goods. */
const madeOf = ({ lines, amountRp }: InvoicePaper): PaperFact[] => {
  const freightRp = sumOf(lines, (line) => line.freightRp);
  const fixedRp = sumOf(lines, (line) => line.fixedRp);
  const feeRp = sumOf(lines, (line) => line.feeRp);
  const others = [
    ['Bagian ongkos kirim (freight share)', freightRp],
    ['Bagian biaya tetap (fixed charges)', fixedRp],
    ['Biaya layanan (fee)', feeRp],
  ] as const;
  if (freightRp + fixedRp + feeRp === 0) return [];
  return [
    ['Barang (goods)', rupiah(amountRp - freightRp - fixedRp - feeRp)],
    ...others.filter(([, rp]) => rp > 0).map(([label, rp]) => [label, rupiah(rp)] as const),
  ];
};

/**
 * An invoice as paper: who, what was accepted, what of it is tax, the amount in words, and how it stands to what was
 * asked for before. Bahasa Indonesia first.
 */
export const layOutInvoice = (paper: InvoicePaper): Paper => {
  const { lines, balances, covers, amountRp, requestedRp, creditedRp, creditNumber } = paper;
  const taxRp = sumOf(lines, (line) => line.taxRp);
  const baseRp = sumOf(lines, (line) => line.baseRp);
  return {
    title: `Faktur ${paper.number}`,
    lines: [
      {
        kind: 'facts',
        facts: [
          ['Penjual (seller)', paper.issuerName],
          ['Pembeli (buyer)', paper.payerName],
          ['Putaran (pool)', paper.poolTitle],
          ['Tanggal faktur (date)', dayInWords(paper.issuedOn)],
          ['Diterima (received)', dayInWords(paper.receivedOn)],
          ['Surat jalan (delivery note)', paper.deliveryNote ?? '-'],
        ],
      },
      { kind: 'space' },
      {
        kind: 'table',
        columns: [
          { label: 'Barang (goods)' },
          { label: 'Diterima baik (accepted)', align: 'right' },
          { label: 'Harga (price)', align: 'right' },
          { label: 'PPN (VAT)' },
          ...(taxRp > 0
            ? ([
                { label: 'DPP (base)', align: 'right' },
                { label: 'PPN (tax)', align: 'right' },
              ] as const)
            : []),
          { label: 'Jumlah (amount)', align: 'right' },
        ],
        rows: lines.map((line) => [
          line.goods,
          `${line.packs} ${line.packName}`,
          `${rupiah(line.priceRpPerUnit)}/${nameUnit(line.baseUnit).id}`,
          taxWords[line.taxCode],
          ...(taxRp > 0 ? [rupiah(line.baseRp), rupiah(line.taxRp)] : []),
          rupiah(line.amountRp),
        ]),
      },
      {
        kind: 'facts',
        facts: [
          ...madeOf(paper),
          ['Jumlah (total)', rupiah(amountRp), true],
          ...(taxRp > 0
            ? ([
                ['DPP (tax base)', rupiah(baseRp)],
                ['Termasuk PPN (VAT contained)', rupiah(taxRp)],
              ] as const)
            : []),
          ['Terbilang', spellRupiah(amountRp)],
        ],
      },
      { kind: 'space' },
      { kind: 'heading', text: 'Penyelesaian (settlement)' },
      {
        kind: 'facts',
        facts: [
          ['Diminta sebelum kirim (asked before)', rupiah(requestedRp)],
          [`Nota kredit (credit note)${creditNumber === null ? '' : ` ${creditNumber}`}`, rupiah(creditedRp)],
          ...balances.map(
            (balance) =>
              [`Sisa, jatuh tempo (due) ${dayInWords(balance.dueOn)}`, rupiah(balance.amountRp)] as const,
          ),
          ...covers.map((cover) => [coverWords[cover.kind] ?? cover.kind, rupiah(cover.amountRp)] as const),
        ],
      },
    ],
    foot: `Faktur ${paper.number}`,
  };
};
