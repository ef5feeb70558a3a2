import { dispatchDrop, type DropToDispatch } from './dispatch-drop.js';

const planned: DropToDispatch = {
  state: 'planned',
  deliveryNote: null,
  isReleased: true,
  awaitedRequests: 0,
};

describe('dispatchDrop', () => {
  it('lets a planned drop leave once it is released', () => {
    expect(dispatchDrop(planned, 'SJ-1')).toBe('leaves');
  });

  it('says what a drop that is not released waits for', () => {
    const waiting = { ...planned, isReleased: false, awaitedRequests: 2 };
    expect(() => dispatchDrop(waiting, 'SJ-1')).toThrow('DROP_NOT_RELEASED');
    expect(() => dispatchDrop({ ...waiting, awaitedRequests: null }, 'SJ-1')).toThrow('DROP_NOT_ASKED_FOR');
  });

  it.each(['dispatched', 'received'] as const)(
    'gives a %s drop the same answer for the same note',
    (state) => {
      const left = { ...planned, state, deliveryNote: 'SJ-1' };
      expect(dispatchDrop(left, 'SJ-1')).toBe('left-already');
      expect(() => dispatchDrop(left, 'SJ-2')).toThrow('DROP_ALREADY_DISPATCHED');
    },
  );
});
