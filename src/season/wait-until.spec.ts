import { waitUntil } from './wait-until.js';

describe('waiting', () => {
  it('looks until it is there', async () => {
    let looks = 0;
    const found = await waitUntil('it is there', async () =>
      ++looks < 3 ? { seen: 'nothing' } : { found: looks },
    );
    expect(found).toBe(3);
  });

  it('gives up, saying what was waited for and what was there instead', async () => {
    const waiting = waitUntil('3 lots are formed', async () => ({ seen: '1 lot' }), 0);
    await expect(waiting).rejects.toThrow('in vain until 3 lots are formed; last seen: 1 lot');
  });
});
