import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { anOpenPool, koperasiLogins, signContracts } from '../support/given.js';
import { endBidding, onceBidding } from '../support/given-bids.js';
import { codeOf, rows } from '../support/read-answers.js';
import {
  anonymous,
  signIn,
  signInWith,
  startRiver,
  until,
  type Person,
  type River,
} from '../support/river.js';

const OWN_PASSWORD = 'lima sapi hitam di sawah';
const VILLAGE = '35.71.01.1001';

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

describe('parties and people', () => {
  let river: River;
  let chair: Person;
  let officer: Person;

  beforeAll(async () => {
    river = await startRiver({ workers: 1 });
    chair = await signIn(river, 'organiser-chair');
    officer = await signIn(river, 'organiser-officer');
  });
  afterAll(() => river.stop());

  const invite = async (by: Person, body: object): Promise<string> => {
    const answer = await by.post(`parties/${by.partyId}/invitations`, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { code: string }).code;
  };
  /** Accepts an invitation with a login of one's own, and signs in by it. */
  const join = async (code: string, login: string, name = `Nama Pribadi ${login}`): Promise<Person> => {
    const accepted = await anonymous(river).post('invitations/accept', {
      code,
      login,
      name,
      password: OWN_PASSWORD,
    });
    if (accepted.status !== 201) throw new Error(accepted.text);
    return signInWith(river, login, OWN_PASSWORD);
  };
  const upload = (by: Person, kind: string, content: Buffer, type = 'application/pdf'): Promise<Response> =>
    Promise.resolve(
      request(river.baseUrl)
        .post(`/api/v1/parties/${by.partyId}/documents?kind=${kind}&name=${kind}.pdf`)
        .set('Authorization', `Bearer ${by.token}`)
        .set('Content-Type', type)
        .send(content),
    );

  it('let one koperasi more of a kelurahan join by invitation, order, and give roles', async () => {
    const party = { kind: 'koperasi', name: 'KKMP Bandar Lor Dua', regionCode: VILLAGE };
    expect(
      codeOf(
        await chair.post(`parties/${chair.partyId}/invitations`, {
          party: { ...party, regionCode: '32.71.01.1001' },
        }),
      ),
    ).toMatch(/INVITED_REGION_(UNKNOWN|OUT_OF_REACH)/);
    const code = await invite(officer, { party });
    expect((await anonymous(river).post('invitations/show', { code })).body).toMatchObject({
      ...{ kind: 'koperasi', name: party.name, isNewParty: true, roles: ['chair', 'officer', 'warehouse'] },
    });
    // Sent again it has another code, and the old one lets nobody in.
    const [issued] = await rows<{ id: string }>(officer, `parties/${officer.partyId}/invitations`);
    const again = await officer.post(`parties/${officer.partyId}/invitations/${issued?.id ?? ''}/reissue`);
    expect(again.status).toBe(201);
    expect((await anonymous(river).post('invitations/show', { code })).status).toBe(404);
    const newCode = (again.body as { code: string }).code;
    const ketua = await join(newCode, 'ketua.bandar.dua');
    expect(
      codeOf(
        await anonymous(river).post('invitations/accept', {
          code: newCode,
          login: 'lain.orang',
          name: 'Lain',
          password: OWN_PASSWORD,
        }),
      ),
    ).toBe('INVITATION_ALREADY_ACCEPTED');
    const listed = await rows<{ id: string }>(
      anonymous(river),
      `parties?kind=koperasi&regionCode=${VILLAGE}`,
    );
    expect(listed.map(({ id }) => id)).toContain(ketua.partyId);
    expect(listed).toHaveLength(2);

    // It knows what it still lacks, of which nothing keeps it from ordering.
    const readiness = (await ketua.get(`parties/${ketua.partyId}/readiness`)).body as {
      state: string;
      steps: { code: string; state: string; isRequired: boolean }[];
    };
    expect(readiness).toMatchObject({ state: 'active', suspendedReason: null });
    expect(readiness.steps.filter(({ isRequired }) => isRequired)).toEqual([]);
    expect(readiness.steps.map(({ state }) => state)).toContain('missing');
    expect((await officer.get(`parties/${ketua.partyId}/readiness`)).status).toBe(403);
    expect(
      (await rows<{ name: string; level: string }>(anonymous(river), 'regions?within=35.71')).filter(
        ({ level }) => level === 'village',
      ).length,
    ).toBeGreaterThan(40);

    const { poolId, itemIds } = await anOpenPool(officer);
    const order = (by: Person) =>
      by.post(`pools/${poolId}/commitments`, {
        koperasiId: by.partyId,
        lines: [{ itemId: itemIds[0], neededBy: '2026-12-01', quantityPacks: 20 }],
      });
    expect((await order(ketua)).status).toBe(201);

    // The chair brings in an officer, who acts at once, and no longer once the role is taken.
    const pengurus = await join(await invite(ketua, { roles: ['officer'] }), 'pengurus.bandar.dua');
    expect((await order(pengurus)).status).not.toBe(403);
    const people = `parties/${ketua.partyId}/people`;
    const roles = async (by: Person, of: Person, next: string[]) => {
      const seen = await rows<{ personId: string; version: number }>(by, people);
      const version = seen.find(({ personId }) => personId === of.personId)?.version;
      return by.put(`${people}/${of.personId}/roles`, { roles: next }, version);
    };
    expect(codeOf(await roles(ketua, ketua, ['officer']))).toBe('LAST_CHAIR_STAYS');
    expect(codeOf(await roles(pengurus, pengurus, ['chair']))).toBe('NOT_ALLOWED');
    expect((await roles(ketua, pengurus, ['viewer'])).status).toBe(200);
    expect((await order(pengurus)).status).toBe(403);
    const unseen = `${people}/${pengurus.personId}/roles`;
    expect((await ketua.put(unseen, { roles: ['officer'] })).status).toBe(428);
    expect((await ketua.put(unseen, { roles: ['officer'] }, 1)).status).toBe(412);
    expect((await roles(ketua, pengurus, ['officer'])).status).toBe(200);
    expect((await order(pengurus)).status).not.toBe(403);
    expect((await rows<{ name: string }>(pengurus, `parties/${ketua.partyId}/people`)).length).toBe(2);
    const [other = ''] = await koperasiLogins(river, 1);
    expect(codeOf(await (await signIn(river, other)).get(`parties/${ketua.partyId}/people`))).toBe(
      'NOT_ALLOWED',
    );
    // Who looks after access sees whom to end it for, and that they looked is noted.
    const admin = await signIn(river, 'admin');
    expect((await rows<{ name: string }>(admin, `parties/${ketua.partyId}/people`)).length).toBe(2);
    const looked = await river.database.owner.query<{ actor_id: string }>(
      `SELECT actor_id FROM audit_event WHERE data::text LIKE '%' || $1 || '%' AND action LIKE '%read%'`,
      [ketua.partyId],
    );
    expect(looked.rows.map(({ actor_id }) => actor_id)).toContain(admin.personId);
    expect(
      (await rows<{ kind: string }>(chair, `parties/${chair.partyId}/happenings`)).map(({ kind }) => kind),
    ).toContain('party-joined');
  });

  it('let a supplier bid once its documents are accepted, and leave it out once it is suspended', async () => {
    const code = await invite(officer, {
      party: { kind: 'supplier', name: 'PT Beras Baru', regionCode: '35.71.02' },
    });
    const supplier = await join(code, 'beras.baru');
    const [koperasi, rival] = await Promise.all(
      [(await koperasiLogins(river, 1))[0] ?? '', 'supplier-2'].map((login) => signIn(river, login)),
    );
    if (!koperasi || !rival) throw new Error('nobody there');
    const { poolId, itemIds } = await anOpenPool(officer, {
      packs: ['BERAS-MEDIUM/XSA50'],
    });
    const offer = {
      ...{
        supplierId: supplier.partyId,
        packCode: 'BERAS-MEDIUM/XSA50',
        regionCode: '35.71',
        capacityPacks: 100,
      },
      ...{
        minimumPacks: 1,
        leadTimeDays: 2,
        tierKind: 'all-units',
        validFrom: '2026-01-01',
        validUntil: '2099-01-01',
      },
      ...{ tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }], surcharges: [] },
    };
    expect(codeOf(await supplier.post('offers', offer))).toBe('OFFER_SUPPLIER_NOT_QUALIFIED');

    // The bytes say what a file is; a name says nothing, and a page of HTML is no document.
    expect(codeOf(await upload(supplier, 'nib', Buffer.from('<html><script>x</script></html>')))).toBe(
      'DOCUMENT_TYPE_NOT_TAKEN',
    );
    expect((await upload(supplier, 'nib', pdf('nib'), 'text/html')).status).toBe(415);
    // The answer comes before all of it is sent: who still sends may see the connection close instead.
    const large = upload(supplier, 'nib', Buffer.concat([pdf('besar'), Buffer.alloc(4 * 1024 * 1024)]));
    expect(['DOCUMENT_TOO_LARGE', 'EPIPE', 'ECONNRESET']).toContain(
      await large.then(codeOf, (error: unknown) => (error as NodeJS.ErrnoException).code),
    );
    expect((await upload(koperasi, 'nonsense', pdf('x'))).status).toBe(400);
    const stranger = { ...rival, partyId: supplier.partyId };
    expect((await upload(stranger, 'nib', pdf('x'))).status).toBe(403);
    const path = `parties/${supplier.partyId}`;
    for (const kind of ['nib', 'npwp', 'bank-reference']) {
      const answer = await upload(supplier, kind, pdf(kind));
      expect(answer.status).toBe(201);
      const { id } = answer.body as { id: string };
      const read = await officer.get(`${path}/documents/${id}/content`);
      expect(read.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename*=UTF-8''${kind}.pdf`,
      });
      expect((await rival.get(`${path}/documents/${id}/content`)).status).toBe(403);
      expect(codeOf(await officer.post(`${path}/qualify`))).toBe('DOCUMENTS_MISSING');
      if (kind === 'nib') {
        expect(
          (await officer.post(`${path}/documents/${id}/refuse`, { reason: 'tidak terbaca' })).status,
        ).toBe(200);
        const again = (await upload(supplier, kind, pdf('nib yang terbaca'))).body as { id: string };
        expect((await officer.post(`${path}/documents/${again.id}/accept`)).status).toBe(200);
      } else expect((await officer.post(`${path}/documents/${id}/accept`)).status).toBe(200);
    }

    await koperasi.post(`pools/${poolId}/commitments`, {
      koperasiId: koperasi.partyId,
      lines: [{ itemId: itemIds[0], neededBy: '2026-12-01', quantityPacks: 30 }],
    });
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const lot = await until('the lot is formed', async () =>
      (await rows<{ id: string }>(officer, `pools/${poolId}/lots`)).at(0),
    );
    const bid = (by: Person, priceRpPerUnit: number) =>
      by.put(`lots/${lot.id}/bids/${by.partyId}`, {
        ...{
          capacityPacks: 100,
          minimumPacks: 0,
          leadTimeDays: 2,
          tiers: [{ fromPacks: 1, priceRpPerUnit }],
        },
      });
    expect((await onceBidding(() => bid(rival, 11_500))).status).toBe(200);
    expect(codeOf(await bid(supplier, 10_000))).toBe('SUPPLIER_NOT_QUALIFIED');
    expect(await rows(officer, `parties/${officer.partyId}/checks`)).toContainEqual(
      expect.objectContaining({ partyId: supplier.partyId, isComplete: true, waitingCount: 0 }),
    );
    expect((await officer.post(`${path}/qualify`)).body).toMatchObject({ state: 'active' });
    expect((await bid(supplier, 10_000)).status).toBe(200);
    await endBidding(river, poolId);

    // It would win; suspended with a reason, it does not.
    interface Award {
      state: string;
      lines?: { supplierId: string }[];
      bidsOut: { supplierId: string; code: string }[];
    }
    const award = async (): Promise<Award> => (await officer.get(`lots/${lot.id}/award`)).body as Award;
    await until('the cheaper wins', async () =>
      (await award()).lines?.[0]?.supplierId === supplier.partyId ? true : undefined,
    );
    expect((await chair.post(`${path}/suspend`, { reason: 'izin usaha dicabut' })).status).toBe(200);
    await until('the other wins', async () =>
      (await award()).lines?.[0]?.supplierId === rival.partyId ? true : undefined,
    );
    expect((await award()).bidsOut).toEqual([
      expect.objectContaining({ supplierId: supplier.partyId, code: 'SUPPLIER_SUSPENDED' }),
    ]);
    expect((await officer.post(`lots/${lot.id}/award/propose`)).status).toBe(204);
    expect((await chair.post(`lots/${lot.id}/award/approve`)).status).toBe(204);
    await signContracts(officer, [rival], lot.id);
    expect(
      (await rows<{ kind: string; textId: string }>(supplier, `${path}/happenings`)).find(
        ({ kind }) => kind === 'party-suspended',
      )?.textId,
    ).toContain('izin usaha dicabut');
    expect(codeOf(await supplier.post('offers', offer))).toBe('OFFER_SUPPLIER_SUSPENDED');
    expect((await supplier.get(`${path}/readiness`)).body).toMatchObject({
      ...{ state: 'suspended', suspendedReason: 'izin usaha dicabut' },
    });
  });

  it('decide by two: of officers who race one wins, and never the proposer', async () => {
    const treasurer = await signIn(river, 'organiser-treasurer');
    const path = `parties/${chair.partyId}`;
    const account = { bankCode: '002', accountNumber: '0123456789', holderName: 'Forum KKMP Kota Kediri' };
    const proposals = await Promise.all(
      [officer, treasurer].map((by) => by.post(`${path}/bank-accounts`, account)),
    );
    expect(proposals.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [decision] = await rows<{ id: string; proposedBy: string; kind: string }>(
      chair,
      `${path}/decisions`,
    );
    const proposer = [officer, treasurer].find(({ personId }) => personId === decision?.proposedBy);
    const approve = (by: Person) => by.post(`${path}/decisions/${decision?.id ?? ''}/approve`);
    if (!proposer) throw new Error('nobody proposed');
    expect(['NOBODY_APPROVES_THEIR_OWN_PROPOSAL', 'ROLE_DOES_NOT_DECIDE']).toContain(
      codeOf(await approve(proposer)),
    );
    const answers = await Promise.all([approve(chair), approve(proposer), approve(chair), approve(chair)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [changed] = await rows<object>(treasurer, `${path}/bank-accounts`);
    expect(changed).toMatchObject({ state: 'cooling-off', accountNumber: '••••••6789' });
    const supplier = await signIn(river, 'supplier-3');
    for (const hidden of ['decisions', 'bank-accounts'])
      expect((await supplier.get(`${path}/${hidden}`)).status).toBe(403);

    // A house rule is public once a second person confirmed it.
    const rule = {
      ...{ topic: 'deposit-rate', textId: 'Uang muka 5 % dari nilai pesanan.', value: '5 %' },
      ...{ decidedOn: '2026-01-10', effectiveFrom: '2026-01-10', minutesRef: 'Risalah rapat butir 3' },
    };
    const declared = (await officer.post(`${path}/house-rules`, rule)).body as { id: string };
    expect(await rows(anonymous(river), `${path}/house-rules`)).toEqual([]);
    // Who approves reads what they approve.
    expect(await rows<object>(chair, `${path}/decisions`)).toContainEqual(
      expect.objectContaining({ id: declared.id, rule }),
    );
    expect((await chair.post(`${path}/decisions/${declared.id}/approve`)).status).toBe(200);
    expect(await rows(anonymous(river), `${path}/house-rules`)).toMatchObject([
      { ...rule, state: 'holding' },
    ]);
    await until('the organiser is told', async () =>
      (await rows<{ kind: string }>(chair, `${path}/happenings`)).some(
        ({ kind }) => kind === 'decision-approved',
      )
        ? true
        : undefined,
    );
    const early = { kind: 'early-opening', subjectId: randomUUID(), reason: 'semua pemasok setuju' };
    expect(codeOf(await supplier.post(`parties/${supplier.partyId}/decisions`, early))).toBe(
      'DECISION_NOT_FOR_THIS_PARTY',
    );
  });

  it('forget a person who asks for it, and keep the history that their id is in', async () => {
    const first = await join(
      await invite(chair, { party: { kind: 'koperasi', name: 'KKMP Lupa', regionCode: VILLAGE } }),
      'rahmat.hidayat',
      'Rahmat Hidayat bin Sutrisno',
    );
    const exported = (await first.get('me/export')).body as { traces: { place: string; keys: string[] }[] };
    expect(exported).toMatchObject({
      person: { login: 'rahmat.hidayat', name: 'Rahmat Hidayat bin Sutrisno' },
    });
    expect(exported.traces.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['audit_event.actor_id', 'invitation.accepted_by', 'membership.person_id']),
    );
    const eraseMe = (login: string) => first.post('me/erase', { login });
    expect(codeOf(await eraseMe('rahmat.hidayat'))).toBe('LAST_CHAIR_HANDS_OVER_FIRST');
    await join(await invite(first, { roles: ['chair'] }), 'ketua.pengganti');
    expect(codeOf(await eraseMe('bukan.saya'))).toBe('ERASING_NOT_CONFIRMED');
    const auditBefore = await auditText();
    expect((await eraseMe('rahmat.hidayat')).status).toBe(200);
    expect((await first.get('me')).status).toBe(401);
    expect(
      (await anonymous(river).post('sessions', { login: 'rahmat.hidayat', password: OWN_PASSWORD })).status,
    ).toBe(401);
    expect((await auditText()).slice(0, auditBefore.length)).toEqual(auditBefore);
    const { rows: left } = await river.database.owner.query<{ place: string }>(
      `SELECT 'person' AS place FROM person WHERE person::text ~* 'rahmat'
       UNION ALL SELECT 'session' FROM session WHERE session::text ~* 'rahmat'
       UNION ALL SELECT 'happening' FROM happening WHERE happening::text ~* 'rahmat'
       UNION ALL SELECT 'outbox' FROM outbox WHERE outbox::text ~* 'rahmat hidayat|rahmat[.]hidayat'`,
    );
    expect(left).toEqual([]);
  });

  it('leave no name and no login in any audit row', async () => {
    const { rows: people } = await river.database.owner.query<{ name: string; login: string }>(
      `SELECT name, login FROM person WHERE erased_at IS NULL`,
    );
    expect(people.length).toBeGreaterThan(50);
    const audits = await auditText();
    expect(audits.length).toBeGreaterThan(30);
    // A login is a word of its own; `admin` is also the beginning of a role.
    const named = people
      .flatMap(({ name, login }) => [name, login])
      .concat('Rahmat Hidayat bin Sutrisno', 'rahmat.hidayat')
      .filter((text) =>
        audits.some(
          (audit) =>
            audit.includes(`"${text}"`) ||
            (text.includes('.') && audit.includes(text)) ||
            (text.includes(' ') && audit.includes(text)),
        ),
      );
    expect(named).toEqual([]);
  });

  const auditText = async (): Promise<string[]> => {
    const { rows: found } = await river.database.owner.query<{ text: string }>(
      `SELECT to_jsonb(audit_event)::text AS text FROM audit_event ORDER BY id`,
    );
    return found.map(({ text }) => text);
  };
});
