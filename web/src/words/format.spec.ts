import { formatOf } from './format.js';

const id = formatOf('id');
const en = formatOf('en');
/** A Thursday; five in the afternoon in West Java. */
const thursday = '2026-11-26T10:00:00.000Z';

describe('what the reader is shown', () => {
  it('writes rupiah the Indonesian way in both languages', () => {
    expect(id.rupiah(1_250_000)).toBe('Rp1.250.000');
    expect(en.rupiah(1_250_000)).toBe('Rp1.250.000');
    expect(id.rupiah(-1_000)).toBe('-Rp1.000');
    expect(id.rupiah(0)).toBe('Rp0');
  });

  it('tells times in the zone of the koperasi, whatever that of the device', () => {
    const monday = new Date('2026-11-23T02:00:00Z');
    expect(id.dayTime(thursday, monday)).toBe('Kamis 17.00 WIB');
    expect(en.dayTime(thursday, monday)).toBe('Thursday 17:00 WIB');
    expect(id.dayTime('2026-11-25T18:30:00Z', monday)).toBe('Kamis 01.30 WIB');
    // A week ahead, or behind, the weekday alone would be taken for the nearest.
    expect(id.dayTime('2026-11-30T10:00:00Z', monday)).toBe('Senin, 30 Nov, 17.00 WIB');
    expect(en.dayTime('2026-11-19T10:00:00Z', monday)).toBe('Thursday 19 Nov, 17:00 WIB');
    expect(id.date(thursday)).toBe('26 Nov 2026');
    expect(id.dateTime(thursday)).toBe('26 Nov 2026 17.00 WIB');
  });

  it('writes numbers by the language', () => {
    expect(id.number(1234.5)).toBe('1.234,5');
    expect(en.number(1234.5)).toBe('1,234.5');
  });

  it('reads milli base units, tons from a thousand kilograms on', () => {
    expect(id.quantity(50_000, 'KGM')).toBe('50 kg');
    expect(id.quantity(1_500_000, 'KGM')).toBe('1,5 ton');
    expect(en.quantity(1_500_000, 'KGM')).toBe('1.5 t');
    expect(id.quantity(2_500, 'LTR')).toBe('2,5 liter');
  });
});
