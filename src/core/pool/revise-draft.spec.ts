import { poolStates } from './pool-state.js';
import { reviseDraft } from './revise-draft.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const times = {
  closesAt: new Date('2026-11-26T10:00:00Z'),
  neededFrom: '2026-11-30',
  neededUntil: '2026-12-06',
};
const judge = (change: Partial<typeof times> = {}, state: (typeof poolStates)[number] = 'draft'): void => {
  reviseDraft({ state, isDiscarded: false, now: NOW }, { ...times, ...change }, '2026-11-26');
};

describe('revising a draft', () => {
  it('is for drafts only', () => {
    expect(judge).not.toThrow();
    expect(() => {
      judge({}, 'open');
    }).toThrow('POOL_ALREADY_OPEN');
    for (const state of ['closed', 'settled', 'cancelled'] as const)
      expect(() => {
        judge({}, state);
      }).toThrow('POOL_ALREADY_CLOSED');
  });

  it.each([
    ['CLOSING_TIME_PAST', { closesAt: NOW }],
    ['NEED_DATES_REVERSED', { neededFrom: '2026-12-07' }],
    ['NEED_ENDS_BEFORE_CLOSING', { neededFrom: '2026-11-20', neededUntil: '2026-11-25' }],
  ])('refuses what no draft may say: %s', (code, change) => {
    expect(() => {
      judge(change);
    }).toThrow(code);
  });
});
