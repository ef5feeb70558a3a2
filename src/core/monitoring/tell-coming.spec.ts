import { tellComing, type NeedStand } from './tell-coming.js';

const inPool: NeedStand = {
  lineId: 'line',
  isRefused: false,
  lotState: null,
  isShared: false,
  dropState: null,
};

describe('where a kitchen’s need is', () => {
  it.each<[string, Partial<NeedStand>, string]>([
    ['no pool took it up', { lineId: null }, 'in-no-pool'],
    ['its pool is open', {}, 'in-pool'],
    ['its lot takes bids', { lotState: 'bidding' }, 'in-pool'],
    ['its line is in no lot', { isRefused: true }, 'refused'],
    ['its lot failed', { lotState: 'failed' }, 'refused'],
    ['its lot went on without it', { lotState: 'delivering' }, 'refused'],
    ['it was shared out', { lotState: 'contracted', isShared: true }, 'prepared'],
    [
      'it is on a drop that has not left',
      { lotState: 'contracted', isShared: true, dropState: 'planned' },
      'prepared',
    ],
    ['its truck has left', { lotState: 'delivering', isShared: true, dropState: 'dispatched' }, 'on-the-way'],
    ['it was counted', { lotState: 'settled', isShared: true, dropState: 'received' }, 'arrived'],
  ])('%s', (_, given, state) => {
    expect(tellComing({ ...inPool, ...given })).toBe(state);
  });
});
