import { setTimeout as pause } from 'node:timers/promises';
import { runAbreast } from './run-abreast.js';

describe('working abreast', () => {
  it('answers in the order of the list, whatever ends first', async () => {
    expect(await runAbreast([3, 1, 2], 3, async (number) => pause(number, number * 10))).toEqual([
      30, 10, 20,
    ]);
  });

  it('never has more under way than it may', async () => {
    let underWay = 0;
    let most = 0;
    await runAbreast([1, 2, 3, 4, 5, 6, 7], 3, async () => {
      most = Math.max(most, (underWay += 1));
      await pause(1);
      underWay -= 1;
    });
    expect(most).toBe(3);
  });

  it('throws the first failure when those under way have ended, and begins no more', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const working = runAbreast([1, 2, 3, 4], 2, async (number) => {
      begun.push(number);
      if (number === 1) throw new Error('one');
      await pause(1);
      ended.push(number);
    });
    await expect(working).rejects.toThrow('one');
    expect([begun, ended]).toEqual([[1, 2], [2]]);
  });
});
