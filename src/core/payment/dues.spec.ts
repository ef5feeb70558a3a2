import fc from 'fast-check';
import { changeDue, coverDue, openRp, type Due } from './dues.js';

const due = (amountRp: number, coveredRp = 0): Due => ({ state: 'open', amountRp, coveredRp });

describe('a due', () => {
  it('is settled once nothing is open, and open again when a cover is reversed', () => {
    const part = coverDue(due(100), 40);
    expect(part).toEqual({ state: 'open', amountRp: 100, coveredRp: 40 });
    const whole = coverDue(part, 60);
    expect([whole.state, openRp(whole)]).toEqual(['settled', 0]);
    expect(coverDue(whole, -60)).toEqual(part);
  });

  it('takes no more than is due, gives back no more than came, and nothing once it is cancelled', () => {
    expect(() => coverDue(due(100, 40), 61)).toThrow('MORE_THAN_IS_DUE');
    expect(() => coverDue(due(100, 40), -41)).toThrow('REVERSAL_ABOVE_COVER');
    expect(() => coverDue({ state: 'cancelled', amountRp: 100, coveredRp: 0 }, 1)).toThrow('DUE_CANCELLED');
  });

  it('may come to more or less, never to less than is covered', () => {
    expect(changeDue(due(100, 40), 60)).toEqual({ state: 'open', amountRp: 60, coveredRp: 40 });
    expect(changeDue(due(100, 40), 40).state).toBe('settled');
    expect(changeDue({ state: 'settled', amountRp: 40, coveredRp: 40 }, 50).state).toBe('open');
    expect(() => changeDue(due(100, 40), 30)).toThrow('BELOW_WHAT_IS_COVERED');
    expect(() => changeDue(due(100), 0)).toThrow('BELOW_WHAT_IS_COVERED');
    expect(() => changeDue({ state: 'cancelled', amountRp: 9, coveredRp: 0 }, 9)).toThrow('DUE_CANCELLED');
  });

  it('keeps what is covered and what is open equal to the whole, whatever comes and goes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.array(fc.integer({ min: -1e9, max: 1e9 })),
        (amount, covers) => {
          let now = due(amount);
          let sum = 0;
          for (const cover of covers.filter((rp) => rp !== 0)) {
            if (sum + cover < 0 || sum + cover > amount) continue;
            now = coverDue(now, cover);
            sum += cover;
            expect([now.coveredRp, openRp(now) + now.coveredRp]).toEqual([sum, amount]);
            expect(now.state).toBe(sum === amount ? 'settled' : 'open');
          }
        },
      ),
    );
  });
});
