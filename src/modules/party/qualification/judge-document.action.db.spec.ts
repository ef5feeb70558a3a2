import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { plantRegions } from '../../../../test/support/plant-pool.js';
import { requiredKinds } from '../../../core/party/qualification/document-kinds.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { newId } from '../../../platform/new-id.js';
import { PartyReader } from '../party.reader.js';
import { PartyStore } from '../party.store.js';
import { PublicPartyReader } from '../public-party.reader.js';
import { ReinstateParty } from '../reinstate-party.action.js';
import { SuspendParty } from '../suspend-party.action.js';
import { DocumentReader } from './document.reader.js';
import { DocumentStore } from './document.store.js';
import { CheckReader } from '../readiness/check.reader.js';
import { JudgeDocument } from './judge-document.action.js';
import { QualifySupplier } from './qualify-supplier.action.js';
import { reachDocuments } from './reach-documents.js';
import { ReadDocument } from './read-document.action.js';
import { UploadDocument } from './upload-document.action.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

describe("a supplier's documents", () => {
  let test: TestDatabase;
  let upload: UploadDocument;
  let judge: JudgeDocument;
  let qualify: QualifySupplier;
  let read: ReadDocument;
  let supplier: Principal;
  let supplierId: string;
  let organiser: Principal;
  let far: Principal;
  const parties = new PartyReader();
  const reader = new DocumentReader();

  const organiserOf = async (regionCode: string): Promise<Principal> => {
    const id = newId();
    await test.owner.query(
      `INSERT INTO party (id, kind, code, name, region_code) VALUES ($1, 'organiser', $2, 'Forum', $3)`,
      [id, id, regionCode],
    );
    return plantMember(test.owner, 'organiser', id, 'officer', 'chair');
  };
  const send = (content: Buffer, kind: 'nib' | 'npwp' | 'bank-reference' = 'nib', name = 'NIB.pdf') =>
    as(supplier, () => upload.run(supplier.personId, supplierId, { kind, name, content }));

  beforeAll(async () => {
    test = await freshDatabase();
    await plantRegions(test.owner);
    await test.owner.query(`INSERT INTO region (code, name, level) VALUES ('35.71', 'Kota Kediri', 'city')`);
    const store = new DocumentStore();
    upload = new UploadDocument(test.db, store, reader);
    judge = new JudgeDocument(test.db, parties, store, reader);
    qualify = new QualifySupplier(test.db, parties, new PublicPartyReader(), new PartyStore(), store);
    read = new ReadDocument(test.db, parties, reader);
    supplierId = newId();
    await test.owner.query(
      `INSERT INTO party (id, kind, code, name, region_code, state, qualified_at) VALUES ($1, 'supplier', $2, 'PT Calon', '32.71.01', 'candidate', NULL)`,
      [supplierId, supplierId],
    );
    supplier = await plantMember(test.owner, 'supplier', supplierId, 'officer', 'chair');
    organiser = await organiserOf('32.71');
    far = await organiserOf('35.71');
  });
  afterAll(() => test.close());

  it('are kept once for what their bytes are', async () => {
    const [one, two] = await Promise.all([send(PNG), send(PNG)]);
    expect(one).toMatchObject({ id: two.id, fileName: 'NIB.png', mediaType: 'image/png', state: 'waiting' });
    await expect(send(Buffer.from('<html><script>alert(1)</script>'))).rejects.toThrow(
      'DOCUMENT_TYPE_NOT_TAKEN',
    );
    await expect(send(Buffer.from('MZ\u0090'))).rejects.toThrow('DOCUMENT_TYPE_NOT_TAKEN');
    await expect(send(Buffer.alloc(0))).rejects.toThrow('DOCUMENT_EMPTY');
    const { content } = await as(supplier, () => read.run(supplier, supplierId, one.id));
    expect(content.equals(PNG)).toBe(true);
  });

  it('are read by their party and by who judges it, the latter audited, by nobody else', async () => {
    const { id } = await send(pdf('baca'));
    expect((await as(organiser, () => read.run(organiser, supplierId, id))).fileName).toBe('NIB.pdf');
    const { rows } = await test.owner.query(
      `SELECT actor_id FROM audit_event WHERE action = 'document-read' AND subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: organiser.personId }]);
    await expect(as(far, () => read.run(far, supplierId, id))).rejects.toThrow('PARTY_OUT_OF_REACH');
    const viewer: Principal = {
      ...organiser,
      memberships: organiser.memberships.map((membership) => ({ ...membership, roles: ['viewer'] as const })),
    };
    await expect(as(viewer, () => read.run(viewer, supplierId, id))).rejects.toThrow('PARTY_OUT_OF_REACH');
    for (const table of ['party_document', 'party_document_content'])
      expect(await as(organiser, () => test.db.rows(`SELECT 1 FROM ${table}`))).toEqual([]);
    expect(
      await as(organiser, async () =>
        (await reachDocuments(test.db, parties, organiser, supplierId)).rows('SELECT 1 FROM party_document'),
      ),
    ).not.toEqual([]);
  });

  it('are judged once, with a reason when refused, never by the party itself', async () => {
    const { id } = await send(pdf('nilai'));
    const inBoth: Principal = {
      personId: supplier.personId,
      memberships: [...supplier.memberships, ...organiser.memberships],
    };
    await expect(as(inBoth, () => judge.accept(inBoth, supplierId, id))).rejects.toThrow('JUDGE_IS_A_MEMBER');
    await expect(as(far, () => judge.accept(far, supplierId, id))).rejects.toThrow('PARTY_OUT_OF_REACH');
    const tries = await Promise.allSettled([
      as(organiser, () => judge.refuse(organiser, supplierId, id, 'tidak terbaca')),
      as(organiser, () => judge.accept(organiser, supplierId, id)),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await test.owner.query(
      `SELECT kind FROM happening WHERE party_id = $1 AND subject_id = $2`,
      [supplierId, id],
    );
    expect(rows).toHaveLength(1);
  });

  it('hold until the day that was read on them, and count for nothing after it', async () => {
    const { id } = await send(pdf('berlaku'), 'bank-reference');
    await expect(as(organiser, () => judge.accept(organiser, supplierId, id, '2020-01-31'))).rejects.toThrow(
      'DOCUMENT_HAS_RUN_OUT',
    );
    expect(await as(organiser, () => judge.accept(organiser, supplierId, id, '2999-12-31'))).toMatchObject({
      ...{ state: 'accepted', expiresOn: '2999-12-31' },
    });
    const store = new DocumentStore();
    const kinds = () => as(supplier, () => test.db.transaction((tx) => store.acceptedKinds(tx, supplierId)));
    expect(await kinds()).toContain('bank-reference');
    const runOut = (day: string) =>
      test.owner.query('UPDATE party_document SET expires_on = $2 WHERE id = $1', [id, day]);
    await runOut('2020-01-31');
    expect(await kinds()).not.toContain('bank-reference');
    expect(await as(supplier, () => reader.one(test.db, id))).toMatchObject({ state: 'expired' });
    const refused = await send(pdf('ditolak'));
    await as(organiser, () => judge.refuse(organiser, supplierId, refused.id, 'buram'));
    await expect(
      test.owner.query(`UPDATE party_document SET expires_on = '2999-12-31' WHERE id = $1`, [refused.id]),
    ).rejects.toThrow('only_the_accepted_expires');
  });

  it('wait in one list for who judges them, and for nobody else', async () => {
    const checks = new CheckReader();
    const listed = (by: Principal) =>
      checks.checksOf(test.db.across('judge-supplier'), by.memberships[0]?.partyId ?? '');
    await send(pdf('menunggu'), 'npwp');
    const found = (await as(organiser, () => listed(organiser))).find(
      ({ partyId }) => partyId === supplierId,
    );
    expect(found).toMatchObject({ state: 'candidate', isComplete: false });
    expect(found?.waitingCount).toBeGreaterThan(0);
    expect(await as(far, () => listed(far))).toEqual([]);
    expect(await as(supplier, () => listed(supplier))).toEqual([]);
  });

  it('make a supplier of a candidate when all that is required is accepted', async () => {
    const qualifying = () => as(organiser, () => qualify.run(organiser, supplierId));
    await expect(qualifying()).rejects.toThrow('DOCUMENTS_MISSING');
    const isComplete = async (): Promise<boolean | undefined> => {
      const checks = await new CheckReader().checksOf(
        test.db.across('judge-supplier'),
        organiser.memberships[0]?.partyId ?? '',
      );
      return checks.find(({ partyId }) => partyId === supplierId)?.isComplete;
    };
    for (const kind of requiredKinds) {
      expect(await isComplete()).toBe(false);
      const { id } = await send(pdf(kind), kind as 'nib');
      await as(organiser, () => judge.accept(organiser, supplierId, id));
    }
    expect(await isComplete()).toBe(true);
    await expect(as(far, () => qualify.run(far, supplierId))).rejects.toThrow('PARTY_OUT_OF_REACH');
    expect(await qualifying()).toMatchObject({ state: 'active' });
    await expect(qualifying()).rejects.toThrow('PARTY_NOT_A_CANDIDATE');
  });

  it('do not make one by suspension and reinstatement', async () => {
    const id = newId();
    await test.owner.query(
      `INSERT INTO party (id, kind, code, name, region_code, state, qualified_at) VALUES ($1, 'supplier', $2, 'PT Lain', '32.71.01', 'candidate', NULL)`,
      [id, id],
    );
    const parts = [test.db, new PartyStore(), parties, new PublicPartyReader()] as const;
    await as(organiser, () => new SuspendParty(...parts).run(organiser, id, 'berkas palsu'));
    expect(await as(organiser, () => new ReinstateParty(...parts).run(organiser, id))).toMatchObject({
      state: 'candidate',
    });
    await expect(test.owner.query(`UPDATE party SET state = 'active' WHERE id = $1`, [id])).rejects.toThrow(
      'active_is_qualified',
    );
  });
});
