import { referenceIn } from './judge-payout-notification.js';

describe('a notification about a payout', () => {
  it.each([
    ['{"reference_no":"a1b2","status":"completed","more":1}', 'a1b2'],
    ['{"reference_no":""}', undefined],
    ['{"reference_no":7}', undefined],
    [`{"reference_no":"${'x'.repeat(101)}"}`, undefined],
    ['null', undefined],
    ['"a1b2"', undefined],
    ['{', undefined],
    ['', undefined],
  ])('that says %s names %s', (text, reference) => {
    expect(referenceIn(text)).toBe(reference);
  });
});
