import { dispatchDrop } from './dispatch-drop.js';

describe('dispatchDrop', () => {
  it('lets a planned drop leave', () => {
    expect(dispatchDrop({ state: 'planned', deliveryNote: null }, 'SJ-1')).toBe('leaves');
  });

  it.each(['dispatched', 'received'] as const)('answers the same when said again of a %s drop', (state) => {
    expect(dispatchDrop({ state, deliveryNote: 'SJ-1' }, 'SJ-1')).toBe('left-already');
  });

  it.each(['dispatched', 'received'] as const)('refuses another delivery note for a %s drop', (state) => {
    expect(() => dispatchDrop({ state, deliveryNote: 'SJ-1' }, 'SJ-2')).toThrow(
      expect.objectContaining({ code: 'DROP_ALREADY_DISPATCHED' }),
    );
  });
});
