import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SourceTextModule, createContext, type Context } from 'node:vm';
import ts from 'typescript';

/**
 * Runs the module where there is nothing of node: a context with the language, and of what a browser adds only
 * WebCrypto, text coding and base64. Libraries come as a browser would load them.
 */
const here = import.meta.dirname;
const packages = join(here, '../../node_modules');
const inBrowser: Readonly<Record<string, string>> = {
  canonicalize: join(packages, 'canonicalize/lib/canonicalize.js'),
  'shamir-secret-sharing': join(packages, 'shamir-secret-sharing/esm/index.js'),
  'shamir-secret-sharing/csprng': join(packages, 'shamir-secret-sharing/esm/csprng.js'),
};

const read = (path: string): string =>
  path.endsWith('.ts')
    ? ts.transpileModule(readFileSync(path, 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      }).outputText
    : readFileSync(path, 'utf8');

const load = async (context: Context, entry: string): Promise<Record<string, unknown>> => {
  const loaded = new Map<string, SourceTextModule>();
  const moduleAt = (path: string): SourceTextModule => {
    const known = loaded.get(path);
    if (known) return known;
    const module = new SourceTextModule(read(path), { context, identifier: path });
    loaded.set(path, module);
    return module;
  };
  const module = moduleAt(entry);
  await module.link((specifier, from) => {
    const path = specifier.startsWith('.')
      ? join(dirname(from.identifier), specifier).replace(/\.js$/, '.ts')
      : inBrowser[specifier];
    if (path === undefined) throw new Error(`${from.identifier} needs ${specifier}`);
    return moduleAt(path);
  });
  await module.evaluate();
  return module.namespace as Record<string, unknown>;
};

const whole = `
  export const run = async (s) => {
    const context = { lotId: 'lot-1', supplierId: 'supplier-1' };
    const { publicKey, privateKey } = await s.makeSealingKey();
    const { box, nonce, hash } = await s.sealBid(publicKey, context, { price: 11250 });
    const shares = await s.splitKey(privateKey);
    const holder = await s.makeHolderKey('beras sekarung dipikul bersama');
    const sealedShare = await s.seal(holder.publicKey, shares[2], context);
    const holderKey = await s.unlockHolderKey(holder.wrappedPrivateKey, 'beras sekarung dipikul bersama');
    const share = await s.unseal(holderKey, holder.publicKey, sealedShare, context);
    const joined = await s.joinShares([share, shares[0]]);
    const opened = await s.openBid(joined, publicKey, box, context);
    return JSON.stringify({ curve: publicKey.curve, same: opened.hash === hash && opened.nonce === nonce,
      price: opened.terms.price, node: typeof process + typeof Buffer + typeof require });
  };`;

const runIn = async (crypto: unknown): Promise<unknown> => {
  const context = createContext({ crypto, TextEncoder, TextDecoder, atob, btoa });
  const seal = await load(context, join(here, 'index.ts'));
  const script = new SourceTextModule(whole, { context });
  await script.link(() => Promise.reject(new Error('it stands alone')));
  await script.evaluate();
  const { run } = script.namespace as { run: (module: unknown) => Promise<string> };
  return JSON.parse(await run(seal));
};

/** WebCrypto as in a browser that does not know X25519. */
const withoutX25519 = {
  getRandomValues: (array: Uint8Array) => webcrypto.getRandomValues(array),
  subtle: new Proxy(webcrypto.subtle, {
    get: (subtle, name) => {
      const method = Reflect.get(subtle, name) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        if (JSON.stringify(args).includes('X25519')) throw new DOMException('unknown', 'NotSupportedError');
        return method.apply(subtle, args);
      };
    },
  }),
};

describe('sealing in a runtime without node', () => {
  const undef = 'undefinedundefinedundefined';

  it('seals, splits, unlocks, joins and opens', async () => {
    expect(await runIn(webcrypto)).toEqual({ curve: 'X25519', same: true, price: 11_250, node: undef });
  });

  it('falls back to P-256 where X25519 is unknown', async () => {
    expect(await runIn(withoutX25519)).toEqual({ curve: 'P-256', same: true, price: 11_250, node: undef });
  });
});
