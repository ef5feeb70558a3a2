import { dayInWords } from '../kernel/day-in-words.js';
import type { Paper } from '../kernel/paper.js';
import { rupiah } from '../kernel/rupiah.js';
import { sumOf } from '../kernel/sum-of.js';
import { taxWords } from './lay-out-invoice.js';
import type { OrderState } from './order-state.js';
import { spellRupiah } from './spell-rupiah.js';
import type { TaxCode } from './tax-line.js';

export interface OrderPaperLine {
  readonly goods: string;
  readonly isFixedCharge: boolean;
  readonly packs: number;
  readonly packName: string;
  readonly priceRpPerUnit: number;
  readonly unitName: string;
  readonly amountRp: number;
  readonly taxCode: TaxCode;
  readonly baseRp: number;
  readonly taxRp: number;
}

export interface OrderPaper {
  readonly number: string;
  readonly poolTitle: string;
  readonly buyerName: string;
  readonly sellerName: string;
  readonly receiverName: string;
  /** Civil days at the organiser's place. */
  readonly issuedOn: string;
  readonly changedOn: string | null;
  /** 1: as first issued. */
  readonly revision: number;
  readonly state: OrderState;
  readonly amountRp: number;
  readonly lines: readonly OrderPaperLine[];
}

const stateWords: Readonly<Record<OrderState, string>> = {
  held: 'ditahan, jangan kirim dulu (held: do not send yet)',
  issued: 'berlaku, boleh dikirim (issued)',
  'under-way': 'dalam pengiriman (under way)',
  fulfilled: 'selesai diterima (fulfilled)',
};

/** What a line of an order is for. */
export const orderedWhat = ({
  goods,
  isFixedCharge,
}: Pick<OrderPaperLine, 'goods' | 'isFixedCharge'>): string =>
  isFixedCharge ? `Biaya tetap (fixed charge): ${goods}` : goods;

/** A purchase order as paper: who buys what from whom, where it goes, at which price. Bahasa Indonesia first. */
export const layOutOrder = (paper: OrderPaper): Paper => {
  const { lines, amountRp, revision, changedOn } = paper;
  const taxRp = sumOf(lines, (line) => line.taxRp);
  return {
    title: `Surat Pesanan ${paper.number}`,
    lines: [
      {
        kind: 'facts',
        facts: [
          ['Pembeli (buyer)', paper.buyerName],
          ['Penjual (seller)', paper.sellerName],
          ['Dikirim ke (deliver to)', paper.receiverName],
          ['Putaran (pool)', paper.poolTitle],
          ['Tanggal (date)', dayInWords(paper.issuedOn)],
          ...(revision > 1
            ? ([
                [
                  'Perubahan (revision)',
                  `${revision - 1}, ${changedOn === null ? '-' : dayInWords(changedOn)}`,
                ],
              ] as const)
            : []),
          ['Status', stateWords[paper.state]],
        ],
      },
      { kind: 'space' },
      {
        kind: 'table',
        columns: [
          { label: 'Barang (goods)' },
          { label: 'Jumlah (quantity)', align: 'right' },
          { label: 'Harga (price)', align: 'right' },
          { label: 'PPN (VAT)' },
          { label: 'Nilai (amount)', align: 'right' },
        ],
        rows: lines.map((line) => [
          orderedWhat(line),
          line.isFixedCharge ? '1' : `${line.packs} ${line.packName}`,
          line.isFixedCharge ? rupiah(line.amountRp) : `${rupiah(line.priceRpPerUnit)}/${line.unitName}`,
          line.taxCode === 'ppn' ? rupiah(line.taxRp) : taxWords[line.taxCode],
          rupiah(line.amountRp),
        ]),
      },
      {
        kind: 'facts',
        facts: [
          ['Jumlah (total)', rupiah(amountRp), true],
          ...(taxRp > 0 ? ([['Termasuk PPN (VAT contained)', rupiah(taxRp)]] as const) : []),
          ['Terbilang', spellRupiah(amountRp)],
        ],
      },
      {
        kind: 'text',
        text: 'Yang dibayar hanya yang dipesan di sini dan diterima baik menurut berita acara. (Paid is only what is ordered here and accepted by the goods receipt.)',
      },
    ],
    foot: `Surat Pesanan ${paper.number}`,
  };
};
