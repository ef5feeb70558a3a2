import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretKey } from './secret-key.js';

const GIVEN = 'a-secret-of-more-than-32-characters';
const plain = Buffer.from('what must not be read');

describe('the secret key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sepikul-key-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (): string => join(folder, 'deep', 'secret-key');

  it('opens what it sealed, for the same use and context only', () => {
    const key = new SecretKey(GIVEN, '');
    const sealed = key.seal('use', 'siti', plain);
    expect(key.open('use', 'siti', sealed)).toEqual(plain);
    expect(() => key.open('use', 'budi', sealed)).toThrow();
    expect(() => key.open('other', 'siti', sealed)).toThrow();
    expect(() => new SecretKey(`${GIVEN}!`, '').open('use', 'siti', sealed)).toThrow();
    sealed[15] = (sealed[15] ?? 0) ^ 1;
    expect(() => key.open('use', 'siti', sealed)).toThrow();
    expect(key.seal('use', 'siti', plain)).not.toEqual(key.seal('use', 'siti', plain));
  });

  it('derives the same again, another for another key, use or text', () => {
    const key = new SecretKey(GIVEN, '');
    expect(key.derive('use', 'a')).toEqual(new SecretKey(GIVEN, '').derive('use', 'a'));
    for (const other of [
      key.derive('use', 'b'),
      key.derive('other', 'a'),
      new SecretKey(`${GIVEN}!`, '').derive('use', 'a'),
    ])
      expect(other).not.toEqual(key.derive('use', 'a'));
    expect(key.mark).toHaveLength(8);
    expect(key.mark).not.toEqual(new SecretKey(`${GIVEN}!`, '').mark);
  });

  it('is kept in a file only its owner reads, made once', () => {
    const first = new SecretKey(undefined, file()).mark;
    expect(new SecretKey(undefined, file()).mark).toEqual(first);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readFileSync(file(), 'utf8').trim()).toHaveLength(43);
  });

  it('is refused when it is too short, or half a file', () => {
    expect(() => new SecretKey('short', '')).toThrow('SECRET_KEY');
    const half = join(folder, 'half');
    writeFileSync(half, 'abc');
    expect(() => new SecretKey(undefined, half).mark).toThrow('holds no key');
  });
});
