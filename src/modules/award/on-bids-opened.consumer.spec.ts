import type { ComputeLotAward } from './compute-lot-award.action.js';
import { OnBidsOpened } from './on-bids-opened.consumer.js';

const event = { id: 1, type: 'BidsOpened', recordedAt: new Date(0), payload: { lotId: 'lot', bidCount: 1 } };
const reading = (compute: () => Promise<never>): OnBidsOpened =>
  new OnBidsOpened({ compute } as unknown as ComputeLotAward);

describe('opened bids', () => {
  it('that no whole number can reckon are told apart from a solver that may do better next time', async () => {
    const tooLarge = reading(() => Promise.reject(new RangeError('does not fit a safe integer')));
    expect(await tooLarge.prepare(event)).toBe('AMOUNTS_OUT_OF_BOUNDS');
    const crashed = reading(() => Promise.reject(new Error('the solver crashed')));
    await expect(crashed.prepare(event)).rejects.toThrow('crashed');
  });
});
