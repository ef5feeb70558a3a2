import fc from 'fast-check';
import { channels, channelTerms, termsOn } from './channels.js';
import { chooseChannel, feeOf, showChannels } from './show-channels.js';

const DAY = '2026-11-26';

describe('channels', () => {
  it('cost what they cost on that day: a later row does not count before its day', () => {
    const [first] = channelTerms.filter(({ channel }) => channel === 'bca-va');
    if (first === undefined) throw new Error('no terms');
    const later = { ...first, validFrom: '2027-01-01', feeRp: 5_000 };
    expect(termsOn('bca-va', '2026-12-31', [later, first])).toBe(first);
    expect(termsOn('bca-va', '2027-01-01', [later, first])).toBe(later);
    expect(termsOn('bca-va', '2024-12-31', [later, first])).toBeUndefined();
  });

  it.each([
    ['bca-va', 11_000_000, 4_440],
    ['qris', 275_000, 1_925],
    ['qris', 1_500, 11],
  ] as const)('%s keeps of Rp%i Rp%i', (channel, amountRp, feeRp) => {
    const terms = termsOn(channel, DAY);
    expect(terms && feeOf(terms, amountRp)).toBe(feeRp);
  });

  it('that cannot take an amount say why; who insists is told which can', () => {
    const shown = showChannels(['qris', 'bca-va'], 10_000_001, DAY);
    expect(shown.map(({ channel, refusedFor }) => [channel, refusedFor])).toEqual([
      ['bca-va', null],
      ['qris', 'ABOVE_MOST'],
    ]);
    expect(() => chooseChannel(['qris', 'bca-va'], 'qris', 10_000_001, DAY)).toThrow(/Rp10,000,000.*bca-va/);
    expect(() => chooseChannel(['qris', 'bca-va'], 'bca-va', 9_999, DAY)).toThrow('CHANNEL_TAKES_MORE');
    expect(() => chooseChannel(['bca-va'], 'qris', 50_000, DAY)).toThrow('CHANNEL_NOT_OFFERED');
    expect(chooseChannel(['qris'], 'qris', 10_000_000, DAY).channel).toBe('qris');
  });

  it('never keep more than is paid', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...channels),
        fc.integer({ min: 1, max: 50_000_000_000 }),
        (channel, amountRp) => {
          for (const { feeRp, refusedFor, totalRp } of showChannels([channel], amountRp, DAY)) {
            expect(totalRp).toBe(amountRp);
            if (refusedFor === null) expect(feeRp).toBeLessThan(amountRp);
          }
        },
      ),
    );
  });
});
