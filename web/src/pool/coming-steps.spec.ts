import { comingSteps } from './coming-steps.js';

const rule = (dueS: number, deputyS = 0) => ({ dueS, hasDeputy: deputyS > 0, deputyS });
const HOUR = 3_600;

describe('what comes after the close', () => {
  const pool = {
    closesAt: '2026-11-26T10:00:00Z',
    biddingPeriodS: 24 * HOUR,
    steps: {
      proposal: rule(2 * HOUR, HOUR),
      objection: rule(24 * HOUR),
      answer: rule(24 * HOUR),
      approval: rule(12 * HOUR),
      contract: rule(48 * HOUR),
    },
  };

  it('is each step with its latest moment, the deputy’s time included', () => {
    expect(
      comingSteps(pool).map(({ name, byMs, hasDeputy }) => [name, new Date(byMs).toISOString(), hasDeputy]),
    ).toEqual([
      ['closing', '2026-11-26T10:00:00.000Z', null],
      ['opening', '2026-11-27T10:00:00.000Z', null],
      ['proposal', '2026-11-27T13:00:00.000Z', true],
      ['objection', '2026-11-28T13:00:00.000Z', null],
      ['approval', '2026-11-29T01:00:00.000Z', false],
      ['contract', '2026-12-01T01:00:00.000Z', null],
    ]);
  });

  it('names no objection window where there is none', () => {
    const steps = { ...pool.steps, objection: rule(0) };
    expect(comingSteps({ ...pool, steps }).map(({ name }) => name)).not.toContain('objection');
  });
});
