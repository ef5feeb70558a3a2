import { decideSight } from './decide-sight.js';

describe('the sight of bids', () => {
  it.each([
    { isOpened: false, isContracted: false, isInsider: false, sees: 'own' },
    { isOpened: false, isContracted: false, isInsider: true, sees: 'own' },
    { isOpened: true, isContracted: false, isInsider: false, sees: 'own' },
    { isOpened: true, isContracted: false, isInsider: true, sees: 'all' },
    { isOpened: true, isContracted: true, isInsider: false, sees: 'all' },
    { isOpened: true, isContracted: true, isInsider: true, sees: 'all' },
  ])(
    'is $sees when opened $isOpened, contracted $isContracted, insider $isInsider',
    ({ sees, ...onlooker }) => {
      expect(decideSight(onlooker)).toBe(sees);
    },
  );

  it('is never wider than one own bid while the bids are sealed, whatever else is claimed', () => {
    expect(decideSight({ isOpened: false, isContracted: true, isInsider: true })).toBe('own');
  });
});
