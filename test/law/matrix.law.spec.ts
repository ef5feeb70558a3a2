import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { leaksIn } from '../support/call-matrix.js';
import { saysValue } from '../support/says-value.js';

const LIMIT = 13_417;

describe('what the matrix looks for in answers', () => {
  it.each([
    '{"maxLandedRp":13417}',
    '{"maxLandedRp":13417.0,"quantityPacks":7}',
    'BERAS,7,13417',
    'batas Rp13.417 per kg',
    'Batas Rp 13.417.',
    'Rp13417',
    '13417',
  ])('is found as a number: %s', (text) => expect(saysValue(text, LIMIT)).toBe(true));

  it.each([
    '{"refused":"0193a8d5-7c00-7abc-8def-013417456789"}',
    '{"requestId":"a13417bc-7c00-4abc-8def-0123456789ab"}',
    '{"requestId":"0193A8D5-7C00-7ABC-8DEF-013417ABCDEF"}',
    'data:13417ff0b1',
    'Rp113.417',
    'Rp13.417.000',
    '{"amountRp":134170}',
    '"at":"2026-11-22 09:00:05.13417+00"',
  ])('is not found by chance: %s', (text) => expect(saysValue(text, LIMIT)).toBe(false));

  it('is in no id, wherever the digits stand in it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat({ max: 31 }), (id, place) => {
        const digits = id.replaceAll('-', '');
        const planted = `${digits.slice(0, place)}13417${digits.slice(place + 5)}`.slice(0, 32);
        const uuid = planted.replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5');
        expect(saysValue(`{"id":"${uuid}"}`, LIMIT)).toBe(false);
      }),
    );
  });

  it('is a leak to whoever it is not granted to, a word within a word too', () => {
    const canaries = [
      { what: 'a limit', value: LIMIT, isGranted: () => false },
      { what: 'a name', value: 'Rahasia', isGranted: () => false },
      { what: 'its own', value: 'Rahasia', isGranted: () => true },
    ];
    const call = {
      route: 'GET /x',
      actor: { name: 'a rival', token: 'x', memberships: [] },
      params: {},
      body: {},
    };
    const answer = {
      status: 200,
      code: undefined,
      text: `{"id":"${randomUUID()}","rp":13417,"n":"DrafRahasia1"}`,
    };
    expect(leaksIn(canaries, call, answer)).toEqual([
      'a rival read a limit by GET /x',
      'a rival read a name by GET /x',
    ]);
  });
});
