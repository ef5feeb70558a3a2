import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../src/backup/manifest.js';
import { bringDrops, untilSettled } from '../support/bring-drops.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { anOpenPool, koperasiLogins, signContracts } from '../support/given.js';
import { placeBid } from '../support/given-bids.js';
import { payOpenDues } from '../support/pay.js';
import { anonymous, end, signIn, startRiver, until, type Person, type River } from '../support/river.js';
import { runCli, type Ran } from '../support/run-cli.js';

interface Lot {
  id: string;
  state: string;
}

const listOf = async <Row>(person: Person, path: string): Promise<Row[]> =>
  ((await person.get(path)).body as { data: Row[] }).data;

/** A pool of one good in which each koperasi asks for ten packs. */
const aCommittedPool = async (
  officer: Person,
  koperasi: readonly Person[],
  biddingPeriodS: number,
): Promise<string> => {
  const { poolId, itemIds } = await anOpenPool(officer, { biddingPeriodS, packs: ['BERAS-MEDIUM/XSA50'] });
  for (const person of koperasi) {
    const lines = [{ itemId: itemIds[0], neededBy: '2026-12-01', quantityPacks: 10 }];
    const placed = await person.post(`pools/${poolId}/commitments`, { koperasiId: person.partyId, lines });
    if (placed.status !== 201) throw new Error(placed.text);
  }
  return poolId;
};

const TERMS = {
  capacityPacks: 100,
  minimumPacks: 0,
  leadTimeDays: 2,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 12_000 }],
};

describe('a backup of a season under way', () => {
  let folder: string;
  let there: River;
  let empty: TestDatabase;
  let here: River | undefined;
  let backupDir: string;
  /** Its tender is open, and sealed bids lie in it. */
  let tendered: string;
  let lotId: string;
  /** Closed while no worker ran: what follows from that waits in the outbox. */
  let closed: string;
  let logins: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sepikul-backup-'));
    backupDir = join(folder, 'cadangan');
    there = await startRiver({ workers: 0 });
    empty = await freshDatabase('template1');
  });
  afterAll(async () => {
    await here?.stop();
    // There the season goes on as well: nothing of it may be left lying.
    await there.addWorker();
    await until('nothing waits there', async () => {
      const waiting = await there.database.workerDb.first(
        `SELECT id FROM outbox WHERE relayed_at IS NULL UNION ALL SELECT event_id FROM inbox WHERE state = 'pending' LIMIT 1`,
      );
      return waiting === undefined ? true : undefined;
    });
    await there.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const everybody = async (
    river: River,
  ): Promise<
    Record<'officer' | 'chair' | 'observer', Person> & { koperasi: Person[]; suppliers: Person[] }
  > => {
    const come = (names: readonly string[]): Promise<Person[]> =>
      Promise.all(names.map((login) => signIn(river, login)));
    const [officer, chair, observer] = await come(['organiser-officer', 'organiser-chair', 'observer']);
    if (!officer || !chair || !observer) throw new Error('nobody there');
    return {
      officer,
      chair,
      observer,
      koperasi: await come(logins),
      suppliers: await come(['supplier-1', 'supplier-2']),
    };
  };

  /** What somebody reads of others is noted, what is one's own is not. */
  const notesWhoReads = async (
    river: River,
    observer: Person,
    koperasi: readonly Person[],
  ): Promise<void> => {
    for (const person of [observer, ...koperasi])
      expect((await person.get(`invoices?poolId=${tendered}`)).status).toBe(200);
    const notes = await river.database.workerDb.rows<{ actorId: string; rows: number; parties: string }>(
      `SELECT actor_id, (data ->> 'rows')::int AS rows, data ->> 'parties' AS parties FROM audit_event WHERE action = 'record-read'
       AND data ->> 'route' = 'GET /api/v1/invoices'`,
    );
    expect(notes).toMatchObject([{ actorId: observer.personId, rows: koperasi.length }]);
    for (const { partyId } of koperasi) expect(notes[0]?.parties).toContain(partyId);
  };

  /** To anybody, as data and as a page. */
  const showsHeads = async (river: River): Promise<void> => {
    const heads = await anonymous(river).get('audit/heads?limit=2');
    const { data, nextBefore } = heads.body as {
      data: { number: number; hash: string }[];
      nextBefore: number;
    };
    expect(data.map(({ number }) => number)).toEqual([data[0]?.number, nextBefore]);
    const page = await fetch(`${river.baseUrl}/audit?limit=200`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain(data[1]?.hash);
    expect((await anonymous(river).get('audit/heads?before=0')).status).toBe(400);
  };

  it('is taken beside the system at work, whole', async () => {
    logins = await koperasiLogins(there, 2);
    const { officer, koperasi, suppliers } = await everybody(there);
    tendered = await aCommittedPool(officer, koperasi, 45);
    closed = await aCommittedPool(officer, koperasi, 5);
    const worker = await there.addWorker();
    await officer.post(`pools/${tendered}/close`, { reason: 'cukup' });
    lotId = await until(
      'the lot is formed',
      async () => (await listOf<Lot>(officer, `pools/${tendered}/lots`))[0]?.id,
    );
    for (const supplier of suppliers) await placeBid(supplier, lotId, TERMS);
    await end(worker, 'SIGTERM');
    await officer.post(`pools/${closed}/close`, { reason: 'cukup' });

    const [taken] = await Promise.all([
      runCli(there.database, ['backup', backupDir], { SEPIKUL_BACKUP_PASSPHRASE: 'berat sama dipikul' }),
      aCommittedPool(officer, koperasi, 60),
    ]);
    expect(taken).toMatchObject({ code: 0 });
    const manifest = JSON.parse(await readFile(join(backupDir, 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest.chainHead).not.toBeNull();
    expect(manifest.tables.find(({ table }) => table === 'outbox')?.rows).toBeGreaterThan(0);
    // A second one does not write over it.
    expect((await runCli(there.database, ['backup', backupDir])).code).toBe(1);
  });

  it('is not restored into a database in use, nor when a byte of it was changed, nor when it is of another version', async () => {
    const inUse = await runCli(there.database, ['restore', backupDir], {
      SEPIKUL_BACKUP_PASSPHRASE: 'berat sama dipikul',
    });
    expect(inUse).toMatchObject({ code: 1, said: expect.stringContaining('not empty') as unknown });
    const spoil = async (
      file: string,
      change: (content: Buffer) => Buffer,
      complaint: string,
    ): Promise<void> => {
      const path = join(backupDir, file);
      const right = await readFile(path);
      await writeFile(path, change(right));
      const refused = await runCli(empty, ['restore', backupDir], {
        SEPIKUL_BACKUP_PASSPHRASE: 'berat sama dipikul',
      });
      await writeFile(path, right);
      expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(complaint) as unknown });
    };
    await spoil('tables/pool.copy.gz', (content) => content.subarray(0, -1), 'pool.copy.gz is damaged');
    await spoil(
      'manifest.json',
      (content) => Buffer.from(content.toString().replace('Bounds1790000000320', 'Bounds9990000000320')),
      'does not know migrations',
    );
    expect((await empty.owner.query(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).rowCount).toBe(0);
  });

  it('is restored on an empty machine', async () => {
    const restored = await runCli(empty, ['restore', backupDir], {
      SEPIKUL_BACKUP_PASSPHRASE: 'berat sama dipikul',
    });
    expect(restored).toMatchObject({ code: 0 });
    expect((await empty.workerDb.rows('SELECT FROM inbox')).length).toBeGreaterThan(0);
  });

  it('goes on there to its end, with nobody asking for what waited', async () => {
    const river = await startRiver({ filled: empty, workers: 2 });
    here = river;
    const { officer, chair, observer, koperasi, suppliers } = await everybody(river);

    await until('the other pool has come to its end too', async () => {
      const { state } = (await officer.get(`pools/${closed}`)).body as { state: string };
      return state === 'settled' ? state : undefined;
    });
    await until('the award is computed', async () => {
      const { status } = await officer.get(`lots/${lotId}/award`);
      return status === 200 ? status : undefined;
    });
    expect((await officer.post(`lots/${lotId}/award/propose`)).status).toBe(204);
    expect((await chair.post(`lots/${lotId}/award/approve`)).status).toBe(204);
    await signContracts(officer, suppliers, lotId);
    const drops = await until('every drop is planned', async () => {
      const listed = await listOf<{ id: string }>(officer, `drops?poolId=${tendered}`);
      return listed.length === koperasi.length ? listed : undefined;
    });
    await payOpenDues(river, tendered);
    await bringDrops(officer, [...suppliers, ...koperasi], drops);
    await untilSettled(officer, tendered);
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
    await notesWhoReads(river, observer, koperasi);
    await showsHeads(river);
  });

  it('keeps its audit chain, against which an altered row shows', async () => {
    const { chainHead } = JSON.parse(await readFile(join(backupDir, 'manifest.json'), 'utf8')) as Manifest;
    const heads = join(folder, 'heads.json');
    await writeFile(heads, (await anonymous(here ?? there).get('audit/heads')).text);
    const verify = (): Promise<Ran> =>
      runCli(empty, [
        ...['audit', 'verify', '--from-file', heads],
        ...['--head', `${chainHead?.number}:${chainHead?.hash}`],
      ]);
    expect(await verify()).toMatchObject({ code: 0 });
    const alter = (subjectId: string): Promise<unknown> =>
      empty.owner.query('UPDATE audit_event SET subject_id = $1 WHERE action = $2', [subjectId, 'restored']);
    await alter('nothing');
    expect(await verify()).toMatchObject({
      code: 1,
      said: expect.stringContaining('isinya bukan') as unknown,
    });
    await alter('backup');
  });
});
