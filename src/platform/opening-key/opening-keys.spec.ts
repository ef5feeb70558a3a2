import { randomBytes } from 'node:crypto';
import { OpeningKeys } from './opening-keys.js';

const secret = Buffer.alloc(32, 1);
const privateKey = Buffer.from('a private key');

describe('opening keys', () => {
  it('open what they wrapped, for the same owner under the same name', () => {
    const keys = new OpeningKeys([secret]);
    const wrapped = keys.wrap('forum', 'lot', privateKey);
    expect(Buffer.from(new OpeningKeys([secret]).unwrap('forum', 'lot', wrapped))).toEqual(privateKey);
    expect(wrapped.openingKeyId).toBe(keys.ids[0]);
  });

  it('open nothing for another owner, under another name, or that was touched', () => {
    const keys = new OpeningKeys([secret]);
    const wrapped = keys.wrap('forum', 'lot', privateKey);
    const bytes = Buffer.from(wrapped.wrapped, 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const touched = Buffer.from(bytes);
      touched[place] = (touched[place] ?? 0) ^ 1;
      expect(() =>
        keys.unwrap('forum', 'lot', { ...wrapped, wrapped: touched.toString('base64url') }),
      ).toThrow();
    }
    expect(() => keys.unwrap('another', 'lot', wrapped)).toThrow();
    expect(() => keys.unwrap('forum', 'another', wrapped)).toThrow();
    expect(() => new OpeningKeys([randomBytes(32)]).unwrap('forum', 'lot', wrapped)).toThrow(
      'no opening key',
    );
  });

  it('are rotated by a new first one: the older still open', () => {
    const old = new OpeningKeys([secret]).wrap('forum', 'lot', privateKey);
    const rotated = new OpeningKeys([randomBytes(32), secret]);
    expect(Buffer.from(rotated.unwrap('forum', 'lot', old))).toEqual(privateKey);
    expect(rotated.wrap('forum', 'lot', privateKey).openingKeyId).not.toBe(old.openingKeyId);
  });

  it('wrap nothing where there is none, and take no secret of another length', () => {
    expect(() => OpeningKeys.none.wrap('forum', 'lot', privateKey)).toThrow('has no opening key');
    expect(() => new OpeningKeys([Buffer.alloc(31)])).toThrow('32 bytes');
  });
});
