import {
  createCipheriv,
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';
import { openBid, sealBid, type Curve, type SealedBox, type SealingKey } from './index.js';

/**
 * The format written a second time, from its description and on node's own cryptography, with keys that never
 * change: what was sealed under this version opens under every later one.
 */
const context = { lotId: 'lot-1', supplierId: 'supplier-1' };
const terms = { tiers: [{ priceRpPerUnit: 11_250, fromPacks: 1 }], origin: 'Cianjur é', capacityPacks: 60 };
const nonce = Buffer.alloc(32, 7).toString('base64url');
const message =
  '{"nonce":"BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc",' +
  '"terms":{"capacityPacks":60,"origin":"Cianjur é","tiers":[{"fromPacks":1,"priceRpPerUnit":11250}]}}';

const recipientScalar = createHash('sha256').update('recipient').digest();
const ephemeralScalar = createHash('sha256').update('ephemeral').digest();

interface Side {
  readonly pkcs8: Buffer;
  readonly raw: Buffer;
}

const sides: Readonly<Record<Curve, (scalar: Buffer) => Side>> = {
  X25519: (scalar) => {
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), scalar]);
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return { pkcs8, raw: spki.subarray(-32) };
  },
  'P-256': (scalar) => {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(scalar);
    const head = '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420';
    const raw = ecdh.getPublicKey();
    return {
      pkcs8: Buffer.concat([Buffer.from(head, 'hex'), scalar, Buffer.from('a144034200', 'hex'), raw]),
      raw,
    };
  },
};

const sealByHand = (curve: Curve): { box: SealedBox; recipient: Side } => {
  const recipient = sides[curve](recipientScalar);
  const ephemeral = sides[curve](ephemeralScalar);
  const read = ({ pkcs8 }: Side) => createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const shared = diffieHellman({ privateKey: read(ephemeral), publicKey: createPublicKey(read(recipient)) });
  const info = Buffer.concat(
    [Buffer.from('sepikul-seal/1'), Buffer.from(curve), ephemeral.raw, recipient.raw].flatMap((part) => [
      Buffer.from([part.length]),
      part,
    ]),
  );
  const drawn = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), info, 44));
  const text = Buffer.from(message);
  const padded = Buffer.alloc(8_192);
  padded.writeUInt32BE(text.length, 0);
  text.copy(padded, 4);
  const cipher = createCipheriv('aes-256-gcm', drawn.subarray(0, 32), drawn.subarray(32));
  cipher.setAAD(Buffer.from('{"lotId":"lot-1","supplierId":"supplier-1"}'));
  const ciphertext = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return {
    recipient,
    box: {
      format: 'sepikul-seal/1',
      curve,
      ephemeralKey: ephemeral.raw.toString('base64url'),
      ciphertext: ciphertext.toString('base64url'),
    },
  };
};

const HASH = 'd491a238d7bbd8cd2a53257d83bca01b3879d46d0a847b6f623e89b8940205db';
const boxes: readonly [Curve, string][] = [
  ['X25519', '7717c9ce840f94c48f1f66f8e11c5291cf9680626263d41fcfce08b973932a00'],
  ['P-256', 'd36686e213ded9f5953c8f2b575e8bc7a35deb5a3e6df42409d096c0864add30'],
];

describe('the format sepikul-seal/1', () => {
  it.each(boxes)('on %s opens a box made by another hand', async (curve, digest) => {
    const { box, recipient } = sealByHand(curve);
    expect(createHash('sha256').update(JSON.stringify(box)).digest('hex')).toBe(digest);
    const publicKey: SealingKey = { curve, key: recipient.raw.toString('base64url') };
    expect(await openBid(recipient.pkcs8, publicKey, box, context)).toEqual({ terms, nonce, hash: HASH });
  });

  it('hashes the canonical bid with its nonce', async () => {
    const { raw } = sides.X25519(recipientScalar);
    const publicKey: SealingKey = { curve: 'X25519', key: raw.toString('base64url') };
    const canonical = `{"context":{"lotId":"lot-1","supplierId":"supplier-1"},${message.slice(1)}`;
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(HASH);
    expect((await sealBid(publicKey, context, terms, nonce)).hash).toBe(HASH);
  });
});
