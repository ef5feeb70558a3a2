import { layOutNote, type NotePaper } from './lay-out-note.js';

const paper: NotePaper = {
  number: 'SJ-7/XII/2026',
  poolTitle: 'Putaran Demo',
  senderName: 'Pemasok Demo',
  receiverName: 'KDKMP Demo',
  goesTo: 'Pakuan, Bogor Selatan',
  pickupPlace: null,
  neededOn: '2026-12-01',
  sentOn: '2026-11-30',
  lines: [
    {
      goods: 'Beras medium',
      forWhom: 'KDKMP Demo',
      packs: 22,
      packName: 'karung 50 kg',
      packSizeMilli: 50_000,
      unitName: 'kg',
    },
    {
      goods: 'Beras medium',
      forWhom: 'Dapur Demo',
      packs: 8,
      packName: 'karung 50 kg',
      packSizeMilli: 50_000,
      unitName: 'kg',
    },
  ],
};
const said = (of: NotePaper): string => JSON.stringify(layOutNote(of));

describe('a delivery note on paper', () => {
  it('says its number, who sends to whom, what is for whom, and how many packs in all', () => {
    for (const part of [
      ...['SJ-7/XII/2026', 'Pemasok Demo', 'Pakuan, Bogor Selatan'],
      ...['22 karung 50 kg', '1.100 kg', 'Dapur Demo', '"30"', '30 November 2026'],
    ])
      expect(said(paper)).toContain(part);
  });

  it('is a list to load by before it has a number', () => {
    const text = said({ ...paper, number: null, sentOn: null });
    expect(text).toContain('Daftar muat');
    expect(text).not.toContain('SJ-7');
  });

  it('names the place where it is fetched instead of where it is brought', () => {
    const text = said({ ...paper, pickupPlace: 'Gudang Bulog Dramaga' });
    expect(text).toContain('Gudang Bulog Dramaga');
    expect(text).not.toContain('Pakuan');
  });
});
