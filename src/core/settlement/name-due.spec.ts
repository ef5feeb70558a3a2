import { nameDue } from './name-due.js';

describe('the name of what a due stands on', () => {
  const receiver = { koperasiId: 'katulampa', koperasiName: 'KKMP Katulampa' };
  const number = 'INV/2026/000012';

  it.each([
    ['katulampa', 'mill', number],
    ['mill', 'katulampa', number],
    ['mill', 'forum', `${number}, KKMP Katulampa`],
  ])('of %s to %s is %s', (payerId, payeeId, name) => {
    expect(nameDue(number, receiver, { payerId, payeeId })).toBe(name);
  });
});
