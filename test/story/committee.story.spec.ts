import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  joinHeldKey,
  makeHeldKey,
  makeHolderKey,
  makeSealingKey,
  openBid,
  openShare,
  sealBid,
  sealShareTo,
  splitKey,
  unlockHolderKey,
  type HeldKey,
  type SealedBox,
  type SealingKey,
  type WrappedKey,
} from '../../src/seal/index.js';
import { dumpOf, keysThatOpen, spellingsOf } from '../support/all-server-knows.js';
import { anOpenPool, koperasiLogins, signContracts } from '../support/given.js';
import { passDeadline } from '../support/plant-lot.js';
import { runCli } from '../support/run-cli.js';
import { codeOf, rows } from '../support/read-answers.js';
import { PASSWORD, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Key extends HeldKey {
  keyId: string;
  privateKey: string | null;
}
interface Share {
  box: SealedBox;
  shareHash: string;
  holderPublicKey: SealingKey;
  wrappedPrivateKey: WrappedKey;
}
interface Opening {
  openingId: string;
  publicKey: SealingKey;
}
interface Released {
  holderId: string;
  box: SealedBox;
}
interface Bid {
  supplierId: string;
  terms: { tiers: { priceRpPerUnit: number }[] };
}

/** No other number of the story. */
const CANARY_RP = 11_357;

const terms = (priceRpPerUnit: number) => ({
  capacityPacks: 60,
  minimumPacks: 0,
  leadTimeDays: 2,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
});

describe('a pool whose bids a committee seals', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver();
  });
  afterAll(() => river.stop());

  /** A holder's share in the clear, at the holder's own machine. */
  const shareOf = async (holder: Person, key: Key): Promise<Uint8Array> => {
    const share = (await holder.get(`sealing-keys/${key.keyId}/share`)).body as Share;
    const privateKey = await unlockHolderKey(share.wrappedPrivateKey, `frasa sandi ${holder.personId}`);
    return openShare(privateKey, share.holderPublicKey, share, key.publicKey);
  };

  const begin = async (holder: Person, key: Key): Promise<{ opening: Opening; privateKey: Uint8Array }> => {
    const { publicKey, privateKey } = await makeSealingKey();
    const begun = await holder.post(`sealing-keys/${key.keyId}/openings`, { publicKey });
    expect(begun.status).toBe(201);
    return { opening: begun.body as Opening, privateKey };
  };

  const release = async (holder: Person, opening: Opening, share: Uint8Array): Promise<Released> => {
    const box = await sealShareTo(opening, share);
    expect((await holder.put(`openings/${opening.openingId}/release`, { box })).status).toBe(204);
    return { holderId: holder.personId, box };
  };

  it('goes from its declaration to its award, though one holder is lost and one lies', async () => {
    const [officer, chair, observer] = (await Promise.all(
      ['organiser-officer', 'organiser-chair', 'observer'].map((login) => signIn(river, login)),
    )) as [Person, Person, Person];
    const koperasi = await Promise.all((await koperasiLogins(river, 2)).map((login) => signIn(river, login)));
    const [member] = koperasi as [Person, Person];
    const suppliers = (await Promise.all(
      ['supplier-1', 'supplier-2'].map((login) => signIn(river, login)),
    )) as [Person, Person];
    // Of whom one is never heard of again once the bids are due.
    const holders = [chair, observer, member] as const;
    const seal = (...people: Person[]) => ({
      mode: 'committee',
      holderPersonIds: people.map(({ personId }) => personId),
    });

    // Declared: three people, none of whom bids.
    const refused = await officer.post('pools', {
      organiserId: officer.partyId,
      title: 'Putaran uji',
      regionCode: '35.71',
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      biddingPeriodS: 60,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
      seal: seal(chair, observer, suppliers[0]),
    });
    expect((refused.body as { code: string }).code).toBe('HOLDER_IS_A_BIDDER');
    const { poolId, itemIds } = await anOpenPool(officer, {
      packs: ['BERAS-MEDIUM/XSA50'],
      biddingPeriodS: 12,
      seal: seal(...holders),
    });
    for (const person of koperasi)
      await person.post(`pools/${poolId}/commitments`, {
        koperasiId: person.partyId,
        lines: [{ itemId: itemIds[0] ?? '', neededBy: '2026-12-01', quantityPacks: 50 }],
      });
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const { id: lotId } = await until('the lot is formed', async () =>
      (await rows<{ id: string }>(officer, `pools/${poolId}/lots`)).at(0),
    );
    await until('the organiser is told that a key is wanted', async () =>
      (await rows<{ kind: string }>(officer, `parties/${officer.partyId}/happenings`)).find(
        ({ kind }) => kind === 'sealing-key-wanted',
      ),
    );

    // Whoever has something to do is told what, and nobody else.
    const dutiesOf = async (person: Person) => (await person.get('me/committees')).body as object;
    const waits = { poolId, lotsWithoutKey: 1, holdersWithoutKey: 3, hasOwnKey: false, keysDue: 0 };
    expect(await dutiesOf(observer)).toMatchObject({
      ownKey: null,
      data: [{ ...waits, isHolder: true, isOrganiser: false }],
    });
    expect(await dutiesOf(officer)).toMatchObject({
      data: [{ ...waits, isHolder: false, isOrganiser: true }],
    });
    expect(await dutiesOf(suppliers[0])).toEqual({ ownKey: null, data: [] });

    // Each holder's key, under a passphrase that stays with the holder; the lot's, at the organiser.
    const wrapped = new Map<string, WrappedKey>();
    for (const holder of holders) {
      const made = await makeHolderKey(`frasa sandi ${holder.personId}`);
      wrapped.set(holder.personId, made.wrappedPrivateKey);
      expect((await holder.put('me/holder-key', made)).status).toBe(200);
    }
    const committee = (await officer.get(`pools/${poolId}/committee`)).body as {
      holders: { holderId: string; holderName: string | null; holderKeyId: string; publicKey: SealingKey }[];
      keys: object[];
    };
    expect(committee.keys).toMatchObject([{ lotId, keyId: null, waitsForKey: true, isDue: false }]);
    // People of one's own party by name, others not.
    expect(committee.holders.map(({ holderName }) => holderName !== null)).toEqual([true, false, false]);
    expect(committee.holders.map(({ holderId }) => holderId)).toEqual(
      holders.map(({ personId }) => personId),
    );
    for (const { holderId, publicKey } of committee.holders)
      expect(publicKey).toEqual(wrapped.get(holderId)?.publicKey);
    const made = await makeHeldKey(committee.holders);
    expect((await suppliers[0].put(`lots/${lotId}/sealing-key`, made)).status).toBe(403);
    const put = await officer.put(`lots/${lotId}/sealing-key`, made);
    expect(put.status).toBe(200);
    const key = put.body as Key;
    expect(codeOf(await officer.put(`lots/${lotId}/sealing-key`, await makeHeldKey(committee.holders)))).toBe(
      'SEALING_KEY_ALREADY_MADE',
    );

    // Bids come sealed, and only sealed.
    const hashes: string[] = [];
    for (const [place, supplier] of suppliers.entries()) {
      const context = { lotId, supplierId: supplier.partyId };
      const price = terms(CANARY_RP + 200 * place);
      expect(codeOf(await supplier.put(`lots/${lotId}/bids/${supplier.partyId}`, price))).toBe(
        'PLAIN_BID_IN_COMMITTEE_MODE',
      );
      const { box, hash } = await sealBid(made.publicKey, context, price);
      const receipt = await supplier.put(`lots/${lotId}/sealed-bids/${supplier.partyId}`, { box, hash });
      expect(receipt.body).toMatchObject({ hash, revision: 1 });
      hashes.push(hash);
    }
    const shown = await rows<{ hash: string }>(officer, `lots/${lotId}/sealed-bids`);
    expect(shown.map(({ hash }) => hash)).toEqual(expect.arrayContaining(hashes));

    // Before the deadline two holders who agree get nothing from the server, and the server has nothing to give:
    // no spelling of the price, and among all that it knows no key that opens what is sealed.
    for (const holder of holders) {
      expect(codeOf(await holder.get(`sealing-keys/${key.keyId}/share`))).toBe('KEY_NOT_DUE');
      const { publicKey } = await makeSealingKey();
      expect(codeOf(await holder.post(`sealing-keys/${key.keyId}/openings`, { publicKey }))).toBe(
        'KEY_NOT_DUE',
      );
    }
    const known = await dumpOf(river.database);
    expect(known).toContain(hashes[0]);
    // The plain bid that was refused named the price as well: it left no trace either.
    expect(spellingsOf(CANARY_RP).test(known)).toBe(false);
    expect(await keysThatOpen(known, made.publicKey)).toEqual([]);
    expect(
      (await river.database.owner.query('SELECT FROM wrapped_key WHERE key_id = $1', [key.keyId])).rowCount,
    ).toBe(0);

    // After it: the third is lost. The second begins; the first lies, is found out by name, and then does not.
    await until('the key is due', async () => {
      const { isDue } = (await observer.get(`sealing-keys/${key.keyId}`)).body as { isDue: boolean };
      return isDue ? true : undefined;
    });
    expect(await dutiesOf(observer)).toMatchObject({ data: [{ keysDue: 1 }] });
    expect(await dutiesOf(officer)).toMatchObject({ data: [] });
    const own = await shareOf(observer, key);
    expect(codeOf(await suppliers[0].get(`sealing-keys/${key.keyId}/share`))).toBe('NOT_A_HOLDER');
    const first = await begin(observer, key);
    const [lie] = await splitKey(first.privateKey);
    const lied = await release(chair, first.opening, lie!);
    await expect(joinHeldKey(first.privateKey, first.opening, lied, own, key)).rejects.toThrow('SHARE_WRONG');
    const wrong = {
      privateKey: Buffer.from(first.privateKey).toString('base64url'),
      releasedBy: chair.personId,
    };
    expect(codeOf(await observer.put(`openings/${first.opening.openingId}/private-key`, wrong))).toBe(
      'PRIVATE_KEY_WRONG',
    );
    expect((await officer.get(`lots/${lotId}/bids`)).body).toMatchObject({ data: [] });

    const second = await begin(observer, key);
    await release(chair, second.opening, await shareOf(chair, key));
    const [released] = await rows<Released>(observer, `openings/${second.opening.openingId}/releases`);
    expect(await rows(suppliers[0], `openings/${second.opening.openingId}/releases`)).toEqual([]);
    const privateKey = await joinHeldKey(second.privateKey, second.opening, released!, own, key);
    const joined = await observer.put(`openings/${second.opening.openingId}/private-key`, {
      privateKey,
      releasedBy: chair.personId,
    });
    expect(joined.status).toBe(204);

    // Opened: the key is public, and whoever has a box opens it again.
    expect(await dutiesOf(observer)).toMatchObject({ data: [] });
    const award = await until('the award is computed', async () => {
      const answer = await officer.get(`lots/${lotId}/award`);
      return answer.status === 200 ? (answer.body as { lines: { packs: number }[] }) : undefined;
    });
    expect(award.lines.map(({ packs }) => packs).sort()).toEqual([40, 60]);
    const bids = await rows<Bid>(officer, `lots/${lotId}/bids`);
    const priceOf = (supplier: Person) =>
      bids.find(({ supplierId }) => supplierId === supplier.partyId)?.terms.tiers[0]?.priceRpPerUnit;
    expect(suppliers.map(priceOf)).toEqual([CANARY_RP, CANARY_RP + 200]);
    const publishedKey = ((await observer.get(`sealing-keys/${key.keyId}`)).body as Key).privateKey;
    expect(publishedKey).toBe(privateKey);
    const { rows: boxes } = await river.database.owner.query<{
      supplier_id: string;
      box: SealedBox;
      hash: string;
    }>('SELECT supplier_id, box, hash FROM sealed_bid WHERE key_id = $1', [key.keyId]);
    for (const { supplier_id: supplierId, box, hash } of boxes) {
      const opened = await openBid(Buffer.from(privateKey, 'base64url'), key.publicKey, box, {
        lotId,
        supplierId,
      });
      expect(opened.hash).toBe(hash);
    }
    // Both searches find what they look for once it is there.
    const after = await dumpOf(river.database);
    expect(spellingsOf(CANARY_RP).test(after)).toBe(true);
    expect(await keysThatOpen(after, made.publicKey)).not.toEqual([]);

    expect((await officer.post(`lots/${lotId}/award/propose`)).status).toBe(204);
    expect((await chair.post(`lots/${lotId}/award/approve`)).status).toBe(204);
    await signContracts(officer, suppliers, lotId);
    await until('the lot is contracted', async () => {
      const { state } = (await officer.get(`lots/${lotId}`)).body as { state: string };
      return state === 'contracted' ? state : undefined;
    });
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });

  it('is carried by people without a browser, from the command line', async () => {
    const officer = await signIn(river, 'organiser-officer');
    const logins = ['organiser-chair', 'observer', ...(await koperasiLogins(river, 1))];
    const holders = await Promise.all(logins.map((login) => signIn(river, login)));
    const supplier = await signIn(river, 'supplier-1');
    const run = (login: string, ...args: string[]) =>
      runCli(river.database, [...args, '--url', river.baseUrl, '--login', login], {
        SEPIKUL_PASSWORD: PASSWORD,
        SEPIKUL_PASSPHRASE: `frasa sandi milik ${login}`,
      });
    const { poolId, itemIds } = await anOpenPool(officer, {
      packs: ['BERAS-MEDIUM/XSA50'],
      seal: { mode: 'committee', holderPersonIds: holders.map(({ personId }) => personId) },
    });
    const [, , member] = holders as [Person, Person, Person];
    await member.post(`pools/${poolId}/commitments`, {
      koperasiId: member.partyId,
      lines: [{ itemId: itemIds[0] ?? '', neededBy: '2026-12-01', quantityPacks: 20 }],
    });
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const { id: lotId } = await until('the lot is formed', async () =>
      (await rows<{ id: string }>(officer, `pools/${poolId}/lots`)).at(0),
    );
    const keys = await Promise.all(logins.map((login) => run(login, 'committee', 'holder-key')));
    expect(keys.map(({ code }) => code)).toEqual([0, 0, 0]);
    const made = await run('organiser-officer', 'committee', 'make-key', lotId, '--yes');
    expect(made).toMatchObject({ code: 0 });
    // What each holder read out stands in what the organiser compared.
    for (const { said } of keys)
      expect(made.said).toContain(/(?:[0-9a-f]{4}-){7}[0-9a-f]{4}/.exec(said)?.[0]);

    const folder = await mkdtemp(join(tmpdir(), 'sepikul-seal-'));
    try {
      const file = join(folder, 'penawaran.json');
      await writeFile(file, JSON.stringify(terms(11_500)));
      const sealed = await run('supplier-1', 'seal', file, '--lot', lotId, '--supplier', supplier.partyId);
      expect(sealed).toMatchObject({ code: 0 });
      const proof = join(
        folder,
        (await readdir(folder)).find((name) => name.endsWith('.proof.json'))!,
      );
      const unseal = () => runCli(river.database, ['unseal', proof, '--url', river.baseUrl]);
      expect((await unseal()).code).toBe(2);

      const early = await run(logins[0]!, 'committee', 'open', lotId, '--wait', '0.01');
      expect(early.said).toContain('KEY_NOT_DUE');
      expect(early.code).not.toBe(0);
      await passDeadline(river.database.owner, lotId);
      const opening = run(logins[1]!, 'committee', 'open', lotId, '--wait', '2');
      await until('a share is released', async () => {
        const { code } = await run(logins[2]!, 'committee', 'release', lotId);
        return code === 0 ? code : undefined;
      });
      expect(await opening).toMatchObject({ code: 0 });
      const opened = await unseal();
      expect(opened).toMatchObject({ code: 0 });
      expect(opened.said).toContain('11500');
    } finally {
      await rm(folder, { recursive: true });
    }
    const bids = await until('the bids are opened', async () => {
      const found = await rows<Bid>(officer, `lots/${lotId}/bids`);
      return found.length > 0 ? found : undefined;
    });
    expect(bids[0]?.terms.tiers[0]?.priceRpPerUnit).toBe(11_500);
  });
});
