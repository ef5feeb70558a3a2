import { placeOf } from './happenings.js';

const subjectId = '01a205c2-8f60-75ea-99b6-b8c7e1b9bad8';

describe('where to read more of what has happened', () => {
  it.each([
    ['pool', `/putaran/${subjectId}`],
    ['purchase-order', `/pesanan-pembelian/${subjectId}`],
    ['payment', `/pembayaran/${subjectId}`],
    ['due', `/tagihan/${subjectId}`],
    ['person', '/orang'],
  ])('of a %s is its screen, or the list it stands in', (subjectType, place) => {
    expect(placeOf({ subjectType, subjectId })).toBe(place);
  });

  it('is nowhere of what not everybody who hears of it may open', () => {
    expect(placeOf({ subjectType: 'payout', subjectId })).toBeNull();
  });
});
