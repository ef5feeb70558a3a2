import { hearClock, now, onThisPhoneMs } from './clock.js';

const DAY_MS = 86_400_000;

describe('the clock of a phone', () => {
  it.each([DAY_MS, -DAY_MS])('is set right by the server’s answers when it is wrong by %d ms', (wrongMs) => {
    hearClock(new Date(Date.now() - wrongMs).toUTCString());
    expect(Math.abs(now().getTime() + wrongMs - Date.now())).toBeLessThan(2_000);
    // What ends in an hour ends in an hour here too, whatever this phone calls it.
    const inAnHour = new Date(now().getTime() + 3_600_000).toISOString();
    expect(Math.abs(onThisPhoneMs(inAnHour) - Date.now() - 3_600_000)).toBeLessThan(2_000);
  });

  it('goes by what it heard last where an answer says no time', () => {
    hearClock(new Date(Date.now() - DAY_MS).toUTCString());
    const before = now().getTime();
    hearClock(null);
    hearClock('nonsense');
    expect(now().getTime() - before).toBeLessThan(60_000);
  });
});
