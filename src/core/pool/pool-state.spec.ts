import { closePool } from './close-pool.js';
import { openPool } from './open-pool.js';
import { poolStates, requireOpen, type PoolState } from './pool-state.js';

const noon = new Date('2026-11-26T05:00:00Z');
const later = new Date('2026-11-26T10:00:00Z');
const pool = (state: PoolState, now = noon) => ({
  ...{ state, closesAt: later, now },
  ...{ isOrganiserActive: true, isDiscarded: false },
});

const codeOf = (run: () => void): string => {
  try {
    run();
    return 'ALLOWED';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a pool', () => {
  it('takes commitments only while it is open', () => {
    expect(
      poolStates.map((state) =>
        codeOf(() => {
          requireOpen(pool(state));
        }),
      ),
    ).toEqual([
      'POOL_NOT_OPEN_YET',
      'ALLOWED',
      'POOL_ALREADY_CLOSED',
      'POOL_ALREADY_CLOSED',
      'POOL_ALREADY_CLOSED',
    ]);
  });

  it('counts as closed at its time, however late the worker is', () => {
    expect(
      codeOf(() => {
        requireOpen(pool('open', later));
      }),
    ).toBe('POOL_ALREADY_CLOSED');
    expect(
      codeOf(() => {
        requireOpen(pool('open', new Date(later.getTime() - 1)));
      }),
    ).toBe('ALLOWED');
  });

  it('opens from a draft with items and a closing time ahead', () => {
    expect(
      codeOf(() => {
        openPool(pool('draft'), 1);
      }),
    ).toBe('ALLOWED');
    expect(
      codeOf(() => {
        openPool(pool('draft'), 0);
      }),
    ).toBe('POOL_WITHOUT_ITEMS');
    expect(
      codeOf(() => {
        openPool(pool('draft', later), 1);
      }),
    ).toBe('CLOSING_TIME_PAST');
    expect(
      codeOf(() => {
        openPool({ ...pool('draft'), isDiscarded: true }, 1);
      }),
    ).toBe('DRAFT_DISCARDED');
    expect(
      codeOf(() => {
        openPool({ ...pool('draft'), isOrganiserActive: false }, 1);
      }),
    ).toBe('ORGANISER_SUSPENDED');
    expect(
      codeOf(() => {
        openPool(pool('open'), 1);
      }),
    ).toBe('POOL_ALREADY_OPEN');
    expect(
      codeOf(() => {
        openPool(pool('settled'), 1);
      }),
    ).toBe('POOL_ALREADY_CLOSED');
  });

  it('closes once', () => {
    expect(
      poolStates.map((state) =>
        codeOf(() => {
          closePool(state);
        }),
      ),
    ).toEqual([
      'POOL_NOT_OPEN_YET',
      'ALLOWED',
      'POOL_ALREADY_CLOSED',
      'POOL_ALREADY_CLOSED',
      'POOL_ALREADY_CLOSED',
    ]);
  });
});
