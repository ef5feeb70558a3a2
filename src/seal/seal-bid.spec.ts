import fc from 'fast-check';
import { MOST_TIERS } from '../core/offer/schedule.js';
import {
  CIPHERTEXT_CHARACTERS,
  SealBroken,
  belongTogether,
  curves,
  drawNonce,
  hashBid,
  makeSealingKey,
  openBid,
  sealBid,
  type SealedBox,
} from './index.js';

const context = {
  lotId: '0192f000-0000-7000-8000-000000000001',
  supplierId: '0192f000-0000-7000-8000-00000000000a',
};
const terms = {
  capacityPacks: 400,
  minimumPacks: 0,
  leadTimeDays: 2,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 11_250 }],
  validUntil: null,
};

/** No bid is longer: every number as long as it gets, every character of the origin escaped. */
const longestTerms = {
  capacityPacks: Number.MAX_SAFE_INTEGER,
  minimumPacks: Number.MAX_SAFE_INTEGER,
  leadTimeDays: 365,
  tiers: Array.from({ length: MOST_TIERS }, (_, place) => ({
    fromPacks: Number.MAX_SAFE_INTEGER - place,
    priceRpPerUnit: Number.MAX_SAFE_INTEGER - place,
  })),
  tierKind: 'incremental',
  surcharges: Array.from({ length: 100 }, () => ({ zoneCode: '32.71.01.1001', rpPerUnit: 1_000_000_000 })),
  maxPerBuyerPacks: Number.MAX_SAFE_INTEGER,
  warehouseCode: '32.71.01.1001',
  taxBps: 10_000,
  paymentDays: 365,
  validUntil: '2026-12-31',
  origin: '\u0001'.repeat(200),
};

const faultOf = async (opening: Promise<unknown>): Promise<string> => {
  const error: unknown = await opening.then(
    () => 'none',
    (reason: unknown) => reason,
  );
  return error instanceof SealBroken ? error.fault : String(error);
};

describe.each(curves)('a bid sealed on %s', (curve) => {
  it('opens with its key under its context, and with its hash', async () => {
    const { publicKey, privateKey } = await makeSealingKey(curve);
    const { box, nonce, hash } = await sealBid(publicKey, context, terms);
    expect(await openBid(privateKey, publicKey, box, context)).toEqual({ terms, nonce, hash });
    expect(hash).toBe(await hashBid(context, terms, nonce));
  });

  it('shows no price in its box, and seals the same bid into another box each time', async () => {
    const { publicKey } = await makeSealingKey(curve);
    const nonce = drawNonce();
    const [one, other] = await Promise.all([
      sealBid(publicKey, context, terms, nonce),
      sealBid(publicKey, context, terms, nonce),
    ]);
    expect(one.hash).toBe(other.hash);
    expect(one.box.ciphertext).not.toBe(other.box.ciphertext);
    expect(one.box.ephemeralKey).not.toBe(other.box.ephemeralKey);
    expect(JSON.stringify(one.box)).not.toContain('11250');
  });

  it('has the same size whatever it says', async () => {
    const { publicKey, privateKey } = await makeSealingKey(curve);
    const least = await sealBid(publicKey, context, {});
    const most = await sealBid(publicKey, context, longestTerms);
    expect(least.box.ciphertext).toHaveLength(CIPHERTEXT_CHARACTERS);
    expect(JSON.stringify(most.box)).toHaveLength(JSON.stringify(least.box).length);
    expect((await openBid(privateKey, publicKey, most.box, context)).terms).toEqual(longestTerms);
  });

  it('refuses more than a box holds', async () => {
    const { publicKey } = await makeSealingKey(curve);
    expect(await faultOf(sealBid(publicKey, context, { origin: 'x'.repeat(8_192) }))).toBe('TOO_LONG');
  });

  it('stays shut for another lot, another supplier and another key', async () => {
    const { publicKey, privateKey } = await makeSealingKey(curve);
    const { box } = await sealBid(publicKey, context, terms);
    const elsewhere = { ...context, lotId: context.supplierId };
    expect(await faultOf(openBid(privateKey, publicKey, box, elsewhere))).toBe('UNDECRYPTABLE');
    const another = { ...context, supplierId: context.lotId };
    expect(await faultOf(openBid(privateKey, publicKey, box, another))).toBe('UNDECRYPTABLE');
    const stranger = await makeSealingKey(curve);
    expect(await faultOf(openBid(stranger.privateKey, publicKey, box, context))).toBe('UNDECRYPTABLE');
    expect(await faultOf(openBid(stranger.privateKey, stranger.publicKey, box, context))).toBe(
      'UNDECRYPTABLE',
    );
  });

  it('stays shut once a byte of any field is touched', async () => {
    const { publicKey, privateKey } = await makeSealingKey(curve);
    const { box } = await sealBid(publicKey, context, terms);
    const touch = (text: string, place: number, bit: number): string => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[place % bytes.length]! ^= 1 << bit;
      return bytes.toString('base64url');
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('ephemeralKey' as const, 'ciphertext' as const),
        fc.nat(),
        fc.nat(7),
        async (field, place, bit) => {
          const touched: SealedBox = { ...box, [field]: touch(box[field], place, bit) };
          // RFC 7748 has X25519 ignore the top bit of a point; the key is derived from every bit that was sent.
          expect(['UNDECRYPTABLE', 'MALFORMED']).toContain(
            await faultOf(openBid(privateKey, publicKey, touched, context)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['another format', { format: 'sepikul-seal/2' }, 'FORMAT_UNKNOWN'],
    ['an unknown curve', { curve: 'secp256k1' }, 'FORMAT_UNKNOWN'],
    ['the other curve', { curve: curve === 'X25519' ? 'P-256' : 'X25519' }, 'MALFORMED'],
    ['a ciphertext cut short', { ciphertext: 'AAAA' }, 'MALFORMED'],
    ['what is no base64url', { ciphertext: '='.repeat(CIPHERTEXT_CHARACTERS) }, 'MALFORMED'],
    ['a point of small order', { ephemeralKey: 'A'.repeat(curve === 'X25519' ? 43 : 87) }, 'MALFORMED'],
  ])('refuses %s', async (_what, change, fault) => {
    const { publicKey, privateKey } = await makeSealingKey(curve);
    const { box } = await sealBid(publicKey, context, terms);
    const changed = { ...box, ...change } as SealedBox;
    expect(await faultOf(openBid(privateKey, publicKey, changed, context))).toBe(fault);
  });

  it('knows its own private key from any other', async () => {
    const [own, other] = await Promise.all([makeSealingKey(curve), makeSealingKey(curve)]);
    expect(await belongTogether(own.privateKey, own.publicKey)).toBe(true);
    expect(await belongTogether(other.privateKey, own.publicKey)).toBe(false);
    expect(await belongTogether(new Uint8Array(48), own.publicKey)).toBe(false);
  });
});

describe("a bid's hash", () => {
  const json = fc.dictionary(
    fc.string(),
    fc.oneof(
      fc.integer(),
      fc.string({ unit: 'grapheme' }),
      fc.constant(null),
      fc.boolean(),
      fc.array(fc.integer()),
    ),
  );

  it('does not depend on the order of fields', async () => {
    const nonce = drawNonce();
    const turned = Object.fromEntries(Object.entries(terms).reverse());
    expect(await hashBid(context, turned, nonce)).toBe(await hashBid(context, terms, nonce));
  });

  it('differs by the nonce', async () => {
    expect(await hashBid(context, terms, drawNonce())).not.toBe(await hashBid(context, terms, drawNonce()));
  });

  it('refuses a nonce that is not 32 bytes', async () => {
    expect(await faultOf(hashBid(context, terms, 'short'))).toBe('MALFORMED');
  });

  it('refuses what JSON cannot say', async () => {
    const nonce = drawNonce();
    expect(await faultOf(hashBid(context, { price: Number.NaN }, nonce))).toBe('MALFORMED');
    expect(await faultOf(hashBid(context, { origin: '\ud800' }, nonce))).toBe('MALFORMED');
  });

  it('is recomputed at the opening for any terms', async () => {
    const { publicKey, privateKey } = await makeSealingKey();
    await fc.assert(
      fc.asyncProperty(json, async (any) => {
        const { box, hash } = await sealBid(publicKey, context, any);
        const opened = await openBid(privateKey, publicKey, box, context);
        expect(opened.hash).toBe(hash);
        expect(opened.terms).toEqual(JSON.parse(JSON.stringify(any)));
      }),
      { numRuns: 40 },
    );
  });
});
