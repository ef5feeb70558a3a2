import fc from 'fast-check';
import { listAccounts, type ProposedAccount } from './list-accounts.js';
import { maskAccount } from './mask-account.js';

const day = (date: number, hour = 0): Date => new Date(Date.UTC(2026, 10, date, hour));
const account = (accountId: string, change: Partial<ProposedAccount> = {}): ProposedAccount => ({
  accountId,
  decision: 'approved',
  approvedAt: day(16),
  coolingOffH: 24,
  stoppedAt: null,
  ...change,
});
const statesAt = (accounts: ProposedAccount[], now: Date): string[] =>
  listAccounts(accounts, now).map(({ accountId, state }) => `${accountId} ${state}`);

describe("a party's bank accounts", () => {
  const [first, second] = [account('a'), account('b', { approvedAt: day(18) })];

  it('change once the cooling-off is over, to the moment', () => {
    expect(statesAt([first, second], day(18, 1))).toEqual(['a effective', 'b cooling-off']);
    expect(statesAt([first, second], new Date(day(19).getTime() - 1))).toEqual([
      'a effective',
      'b cooling-off',
    ]);
    expect(statesAt([first, second], day(19))).toEqual(['a replaced', 'b effective']);
  });

  it('stay as they were when a change is stopped, refused or still waits', () => {
    const stopped = { ...second, stoppedAt: day(18, 2) };
    expect(statesAt([first, stopped], day(30))).toEqual(['a effective', 'b stopped']);
    for (const decision of ['proposed', 'refused', 'expired'] as const)
      expect(statesAt([first, { ...second, decision, approvedAt: null }], day(30))).toEqual([
        'a effective',
        `b ${decision}`,
      ]);
  });

  it('are one at most at any time', () => {
    const accounts = fc.array(
      fc.record({
        hour: fc.integer({ min: 0, max: 99 }),
        coolingOffH: fc.integer({ min: 0, max: 48 }),
        isStopped: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(accounts, fc.integer({ min: 0, max: 200 }), (drawn, now) => {
        const listed = drawn.map(({ hour, coolingOffH, isStopped }, place) =>
          account(`a${place}`, {
            approvedAt: day(16, hour),
            coolingOffH,
            stoppedAt: isStopped ? day(16, hour) : null,
          }),
        );
        const effective = listAccounts(listed, day(16, now)).filter(({ state }) => state === 'effective');
        expect(effective.length).toBeLessThanOrEqual(1);
        const ripe = drawn.some(
          ({ hour, coolingOffH, isStopped }) => !isStopped && hour + coolingOffH <= now,
        );
        expect(effective.length === 1).toBe(ripe);
      }),
    );
  });

  it('show the last four digits of their number', () => {
    expect(maskAccount('0123456789')).toBe('••••••6789');
    expect(maskAccount('123')).toBe('123');
  });
});
