import { inflateSync } from 'node:zlib';
import { writePdf, type PdfDocument } from './write-pdf.js';

const paper: PdfDocument = {
  head: 'Belanja Bersama Uji',
  title: 'Rekening koran',
  lines: [
    { kind: 'heading', text: 'Koperasi Melati' },
    {
      kind: 'facts',
      facts: [
        ['Masa', '1 Januari - 31 Januari'],
        ['Saldo awal', 'Rp1.250.000'],
      ],
    },
    { kind: 'space' },
    {
      kind: 'table',
      columns: [{ label: 'Tanggal' }, { label: 'Uraian', width: 3 }, { label: 'Jumlah', align: 'right' }],
      rows: Array.from({ length: 120 }, (_, place) => ['2026-01-02', `Baris ${place + 1}`, 'Rp1.000']),
    },
    { kind: 'text', text: 'Tamat' },
  ],
  foot: 'Dibuat untuk uji',
};

/** What each page's content stream shows, as text: the strings of its TJ operators. */
const shownOn = (file: Buffer): string[] => {
  const pages: string[] = [];
  const bytes = file.toString('latin1');
  for (const found of bytes.matchAll(/\/Filter \/FlateDecode\n?>>\nstream\n/g)) {
    const from = found.index + found[0].length;
    const stream = inflateSync(file.subarray(from, bytes.indexOf('\nendstream', from))).toString('latin1');
    pages.push(
      [...stream.matchAll(/\[(.*)\] TJ/g)]
        .map(([, parts = '']) =>
          [...parts.matchAll(/<([0-9a-f]*)>/g)]
            .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
            .join(''),
        )
        .join('\n'),
    );
  }
  return pages;
};

describe('a paper as PDF', () => {
  it('shows all it was given, its table going on over pages under its headings', async () => {
    const pages = shownOn(await writePdf(paper));
    expect(pages.length).toBeGreaterThan(2);
    const all = pages.join('\n');
    for (let line = 1; line <= 120; line += 1) expect(all).toContain(`Baris ${line}\n`);
    for (const page of pages.filter((text) => text.includes('Baris'))) expect(page).toContain('Uraian');
    expect(pages[0]).toContain('Belanja Bersama Uji');
    expect(pages[0]).toContain('Rp1.250.000');
    for (const [place, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${place + 1} dari ${pages.length}`);
      expect(page).toContain('Dibuat untuk uji');
    }
    expect(all.match(/Tamat/g)).toHaveLength(1);
  });

  it('is the same bytes for the same content, whenever it is written, and other bytes for another moment', async () => {
    const first = await writePdf(paper);
    expect((await writePdf(paper)).equals(first)).toBe(true);
    expect((await writePdf({ ...paper, asOf: new Date(Date.UTC(2026, 0, 31)) })).equals(first)).toBe(false);
  });

  it('shows a letter that its fonts lack as a question mark, and keeps the ones they have', async () => {
    const pages = shownOn(await writePdf({ title: 'a\u4e2db é €', lines: [], foot: '' }));
    expect(pages[0]).toContain('a?b \u00e9 \u0080');
  });

  it('keeps a cell that is higher than a page on one page', async () => {
    const row = ['kata '.repeat(20_000)];
    const lines = [{ kind: 'table' as const, columns: [{ label: 'Isi' }], rows: [row, ['akhir']] }];
    expect(shownOn(await writePdf({ title: 'Panjang', lines, foot: '' })).length).toBeLessThan(4);
  });

  it('shows the name of a fact whole, however long it is', async () => {
    const facts = [
      ['Diminta sebelum barang dikirim (asked for before dispatch)', 'Rp1.013.163'],
      ['Jumlah (total)', 'Rp0'],
    ] as const;
    const [page] = shownOn(await writePdf({ title: 'Faktur', lines: [{ kind: 'facts', facts }], foot: '' }));
    expect(page).toContain('(asked for before dispatch)'.split(' ').at(-1));
  });
});
