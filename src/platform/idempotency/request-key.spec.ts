import fc from 'fast-check';
import { readKey, type KeyedRequest } from './request-key.js';

const KEY = '8e03978e-40d5-43e8-bc93-6894a57f9324';
const asked = (
  change: Partial<KeyedRequest> = {},
  key: string | string[] | undefined = KEY,
): KeyedRequest => ({
  method: 'POST',
  originalUrl: '/api/v1/pools',
  body: { title: 'a' },
  headers: { 'idempotency-key': key },
  ...change,
});

describe('readKey', () => {
  it('finds none where none was sent', () => {
    expect(readKey('anna', { ...asked(), headers: {} })).toBeUndefined();
  });

  it('takes the key bare and quoted, for the same', () => {
    expect(readKey('anna', asked({}, `"${KEY}"`))).toEqual(readKey('anna', asked()));
    expect(readKey('anna', asked({}, ` ${KEY} `))).toEqual(readKey('anna', asked()));
  });

  it.each([
    ['too short', 'x'.repeat(15)],
    ['too long', 'x'.repeat(129)],
    ['two words', `${KEY} ${KEY}`],
    ['two headers joined', `${KEY}, ${KEY}`],
    ['half a quotation', `"${KEY}`],
    ['no ASCII', 'kunci-kunci-kunci-é'],
    ['empty', ''],
  ])('refuses a key that is %s', (_, key) => {
    expect(() => readKey('anna', asked({}, key))).toThrow('KEY_NOT_VALID');
  });

  it('keeps people apart, and one person the same', () => {
    const [anna, again, budi] = ['anna', 'anna', 'budi'].map((person) => readKey(person, asked()));
    expect(anna?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(anna).toEqual(again);
    expect(anna?.id).not.toBe(budi?.id);
  });

  it.each<[string, Partial<KeyedRequest>]>([
    ['method', { method: 'PATCH' }],
    ['address', { originalUrl: '/api/v1/pools?x=1' }],
    ['body', { body: { title: 'b' } }],
    ['missing body', { body: undefined }],
  ])('tells another %s from the first', (_, change) => {
    const [first, other] = [readKey('anna', asked()), readKey('anna', asked(change))];
    expect(other?.id).toBe(first?.id);
    expect(other?.fingerprint.equals(first?.fingerprint ?? Buffer.of())).toBe(false);
  });

  it('fingerprints the same price otherwise under every key, so that none can be tried out without the key', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.nat(), (one, two, priceRp) => {
        fc.pre(one !== two);
        const [a, b] = [one, two].map(
          (key) => readKey('anna', asked({ body: { priceRp } }, key))?.fingerprint,
        );
        expect(a?.equals(b ?? Buffer.of())).toBe(false);
      }),
    );
  });
});
