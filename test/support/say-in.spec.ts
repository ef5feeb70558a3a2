import { sayFrom, sayIn } from './say-in.js';

describe('what is named in Bahasa Indonesia', () => {
  const say = sayFrom([
    {
      id: {
        yes: 'Ya',
        end: 'Selesai',
        late: 'Terlambat',
        count: (packs: number, of: string) => `Terima ${packs} ${of}`,
      },
      en: {
        ...{ yes: 'Yes', end: 'Done', late: 'Late' },
        count: (packs: number, of: string) => `${of}: take ${packs === 1 ? 'the one' : packs}`,
      },
    },
    { id: { yes: 'Ya', end: 'Selesai' }, en: { yes: 'Yes', end: 'Finished' } },
  ]);

  it('is said in English as the app says it', () => {
    expect(say('Terlambat')).toBe('Late');
    expect(say('Ya')).toBe('Yes');
  });

  it('is made in English of what it tells, wherever it stands there, as many as there are', () => {
    expect(say`Terima ${3} ${'gula'}`).toBe('gula: take 3');
    expect(say`Terima ${1} ${'gula'}`).toBe('gula: take the one');
  });

  it('is chosen where it has several meanings, and only there', () => {
    expect(say('Selesai', 'Finished')).toBe('Finished');
    expect(() => say('Selesai')).toThrow("say which of 'Done', 'Finished' is meant by 'Selesai'");
    expect(() => say('Selesai', 'Over')).toThrow('say which of');
    expect(() => say('Ya', 'Yes')).toThrow("the app says 'Ya' in English by itself");
  });

  it('is what the app says, or comes from elsewhere with its English', () => {
    expect(() => say('Terlambt')).toThrow("the app nowhere says 'Terlambt'");
    expect(() => say`Terima ${3}`).toThrow("the app nowhere says 'Terima …'");
    expect(say('Kata server', 'As the server says')).toBe('As the server says');
  });

  it('is as it stands for who reads Bahasa Indonesia', async () => {
    const here = await sayIn('id');
    expect([here('Ya'), here('Selesai', 'Finished'), here`Terima ${3} ${'gula'}`]).toEqual([
      ...['Ya', 'Selesai', 'Terima 3 gula'],
    ]);
  });

  it('is found in the words of every screen, and among goods', async () => {
    const there = await sayIn('en');
    expect(there('Ya, lanjutkan')).toBe('Yes, go on');
    expect(there('Beras medium')).toBe('Rice, medium grade');
    expect(there`Telepon ${'KKMP Bandar Lor'}`).toBe('Call KKMP Bandar Lor');
  });
});
