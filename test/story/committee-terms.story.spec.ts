import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHeldKey, type SealingKey } from '../../src/seal/index.js';
import { koperasiLogins, signContracts } from '../support/given.js';
import { passDeadline } from '../support/plant-lot.js';
import {
  dealKey,
  handIn,
  keyHolder,
  lotsToBidOn,
  openDealtKey,
  type DealtKey,
  type KeyedHolder,
} from '../support/play-committee-pool.js';
import { runCli } from '../support/run-cli.js';
import { codeOf } from '../support/read-answers.js';
import { PASSWORD, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Shown {
  readonly supplierId: string;
  readonly revision: number;
  readonly terms: object | null;
  readonly hash: string;
  readonly sealedText: string | null;
}
interface Terms {
  readonly data: readonly Shown[];
  readonly failed: readonly { readonly supplierId: string; readonly code: string }[];
}
interface Award {
  readonly groupLotIds: readonly string[];
  readonly lines: readonly { supplierId: string; packs: number; fixedRp: number }[];
}

const asked = (fixedChargeRp: number) => ({ fixedChargeRp, capacityMilli: null, minimumOrderRp: 0 });
const bidAt = (priceRpPerUnit: number) => ({
  capacityPacks: 60,
  minimumPacks: 0,
  leadTimeDays: 2,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
});

describe('terms over all lots of a pool that a committee seals', () => {
  let river: River;
  let folder: string;
  beforeAll(async () => {
    river = await startRiver();
    folder = await mkdtemp(join(tmpdir(), 'sepikul-terms-'));
  });
  afterAll(async () => {
    await river.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('are sealed at their suppliers, opened by two holders with the last lot, and weigh in one award', async () => {
    const logins = ['organiser-officer', 'organiser-chair', 'observer', 'supplier-1', 'supplier-2'];
    const [officer, chair, observer, first, second, member] = (await Promise.all(
      [...logins, ...(await koperasiLogins(river, 1))].map((login) => signIn(river, login)),
    )) as [Person, Person, Person, Person, Person, Person];
    const holders = [chair, observer, member];
    const holderPersonIds = holders.map(({ personId }) => personId);
    const packs = ['BERAS-MEDIUM/XSA50', 'GULA/XSA50'];
    const { poolId, lotIds } = await lotsToBidOn(officer, member, packs, {
      mode: 'committee',
      holderPersonIds,
    });
    const [rice, sugar] = lotIds as [string, string];
    const path = `pools/${poolId}`;
    const termsSeenBy = async (person: Person): Promise<Terms> =>
      (await person.get(`${path}/supplier-terms`)).body as Terms;
    const stateOf = async (lotId: string): Promise<string> =>
      ((await officer.get(`lots/${lotId}`)).body as { state: string }).state;

    // The key of the terms, besides one per lot: made by the organiser, once.
    const keyed = (await Promise.all(holders.map(keyHolder))) as [KeyedHolder, KeyedHolder, KeyedHolder];
    expect(codeOf(await first.get(`${path}/sealing-key`))).toBe('TENDER_NOT_FOUND');
    const ofTerms = await dealKey(officer, poolId, { poolId }, keyed);
    const committee = (await officer.get(`${path}/committee`)).body as {
      holders: { holderKeyId: string; publicKey: SealingKey }[];
    };
    const another = await makeHeldKey(committee.holders);
    expect((await first.put(`${path}/sealing-key`, another)).status).toBe(403);
    expect(codeOf(await officer.put(`${path}/sealing-key`, another))).toBe('SEALING_KEY_ALREADY_MADE');
    await expect(handIn(first, ofTerms, asked(1))).rejects.toThrow('TENDER_NOT_FOUND');
    const ofRice = await dealKey(officer, poolId, { lotId: rice }, keyed);
    // They are over sugar as well, though nobody can bid on that yet.
    expect((await handIn(first, ofTerms, asked(300_000))).receipt.revision).toBe(1);

    // They come sealed, and only sealed; revised by whoever saw what stands.
    expect(codeOf(await first.put(`${path}/supplier-terms/${first.partyId}`, asked(1)))).toBe(
      'PLAIN_BID_IN_COMMITTEE_MODE',
    );
    expect(codeOf(await first.put(`${path}/sealed-terms/${first.partyId}`, asked(1)))).toBe(
      'INVALID_REQUEST',
    );
    await expect(handIn(first, ofTerms, asked(250_000))).rejects.toThrow('VERSION_REQUIRED');
    await expect(handIn(first, ofTerms, asked(250_000), 2)).rejects.toThrow('VERSION_CHANGED');
    const revised = await handIn(first, ofTerms, asked(250_000), 1);
    expect(revised.receipt).toMatchObject({ revision: 2, hash: revised.hash, poolId, lotId: null });
    const { box, hash } = revised;
    expect((await first.put(`${path}/sealed-terms/${first.partyId}`, { box, hash })).body).toEqual(
      revised.receipt,
    );
    expect((await second.put(`${path}/sealed-terms/${first.partyId}`, { box, hash })).status).toBe(403);

    // From the command line; and what breaks a rule is taken, for nobody can look.
    const file = join(folder, 'syarat.json');
    await writeFile(file, JSON.stringify(asked(2_000_000_000_000)));
    const sealed = await runCli(
      river.database,
      [
        'seal',
        file,
        '--pool',
        poolId,
        '--supplier',
        second.partyId,
        '--url',
        river.baseUrl,
        '--login',
        'supplier-2',
      ],
      { SEPIKUL_PASSWORD: PASSWORD },
    );
    expect(sealed).toMatchObject({ code: 0 });
    const proof = join(folder, (await readdir(folder)).find((name) => name.endsWith('.proof.json')) ?? '');
    const unseal = () => runCli(river.database, ['unseal', proof, '--url', river.baseUrl]);
    expect((await unseal()).code).toBe(2);
    const kinds = async (): Promise<string[]> => {
      const { data } = (await officer.get(`${path}/supplier-terms/hashes`)).body as {
        data: { hash: string; kind: string }[];
      };
      expect(data.map((row) => row.hash)).toContain(hash);
      return [...new Set(data.map(({ kind }) => kind))];
    };
    expect(await kinds()).toEqual(['sealed']);
    expect(await termsSeenBy(first)).toMatchObject({ data: [{ revision: 2, terms: null }], failed: [] });
    for (const person of [second, officer, observer])
      expect(
        (await termsSeenBy(person)).data.filter(({ supplierId }) => supplierId === first.partyId),
      ).toEqual([]);

    const bidOn = async (key: DealtKey): Promise<void> => {
      await handIn(first, key, bidAt(11_000));
      await handIn(second, key, bidAt(11_400));
    };
    await bidOn(ofRice);

    // One lot after the other: with the first the terms stay shut, and its award waits for what ties it to the last,
    // which still waits for its key. Nor does a hash tell yet whether it is a decoy.
    await passDeadline(river.database.owner, rice);
    await openDealtKey([keyed[0], keyed[1]], ofRice);
    await until('rice is opened', async () => ((await stateOf(rice)) === 'opened' ? true : undefined));
    for (const holder of holders)
      expect(codeOf(await holder.get(`sealing-keys/${ofTerms.keyId}/share`))).toBe('KEY_NOT_DUE');
    await expect(handIn(first, ofTerms, asked(1), 2)).rejects.toThrow('TENDER_ALREADY_CLOSED');
    expect(await termsSeenBy(observer)).toEqual({ data: [], failed: [] });
    expect(await kinds()).toEqual(['sealed']);
    const ofSugar = await dealKey(officer, poolId, { lotId: sugar }, keyed);
    await bidOn(ofSugar);
    await passDeadline(river.database.owner, sugar);
    await openDealtKey([keyed[2], keyed[1]], ofSugar);
    expect(await stateOf(sugar)).toBe('bidding');
    expect((await officer.get(`lots/${rice}/award`)).status).toBe(404);

    await openDealtKey([keyed[2], keyed[0]], ofTerms);
    const awards = await until('both lots are awarded', async () => {
      const found = await Promise.all(lotIds.map((lotId) => officer.get(`lots/${lotId}/award`)));
      return found.every(({ status }) => status === 200) ? found.map(({ body }) => body as Award) : undefined;
    });
    for (const { groupLotIds, lines } of awards) {
      expect([...groupLotIds].sort()).toEqual([...lotIds].sort());
      expect(lines).toMatchObject([{ supplierId: first.partyId, packs: 60 }]);
    }
    const fixed = awards.flatMap(({ lines }) => lines.map(({ fixedRp }) => fixedRp));
    expect(fixed.reduce((sum, each) => sum + each, 0)).toBe(250_000);
    expect(await kinds()).toEqual(expect.arrayContaining(['superseded', 'counted', 'failed']));

    // All are shown: what counts, to the letter that its hash is of, and what failed, with its reason.
    const { data, failed } = await termsSeenBy(observer);
    expect(data).toMatchObject([{ supplierId: first.partyId, revision: 2, terms: asked(250_000), hash }]);
    expect(
      createHash('sha256')
        .update(data[0]?.sealedText ?? '')
        .digest('hex'),
    ).toBe(hash);
    expect(failed).toMatchObject([
      { supplierId: second.partyId, code: 'BID_TERMS_UNREADABLE', faults: [{ field: 'fixedChargeRp' }] },
    ]);
    expect((await termsSeenBy(second)).failed).toEqual(failed);
    const opened = await unseal();
    expect(opened).toMatchObject({ code: 0 });
    expect(opened.said).toContain('2000000000000');

    for (const lotId of lotIds) {
      expect((await officer.post(`lots/${lotId}/award/propose`)).status).toBe(204);
      expect((await chair.post(`lots/${lotId}/award/approve`)).status).toBe(204);
      await signContracts(officer, [first, second], lotId);
      await until('the lot is contracted', async () =>
        (await stateOf(lotId)) === 'contracted' ? true : undefined,
      );
    }
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
