import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantKoperasi, plantRegions } from '../../../../test/support/plant-pool.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { newId } from '../../../platform/new-id.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal, Role } from '../../../platform/auth/principal.js';
import { isPassword } from '../hash-password.js';
import { PartyReader } from '../party.reader.js';
import { AcceptInvitation } from './accept-invitation.action.js';
import { ChangeRoles } from './change-roles.action.js';
import type { InviteRequest } from './invitation.dto.js';
import { DecisionReader } from '../decision/decision.reader.js';
import { DecisionStore } from '../decision/decision.store.js';
import { TakeDecision } from '../decision/take-decision.action.js';
import { InvitationReader } from './invitation.reader.js';
import { InvitationStore } from './invitation.store.js';
import { Invite } from './invite.action.js';
import { MemberReader } from './member.reader.js';
import { MemberStore } from './member.store.js';
import { ReissueInvitation } from './reissue-invitation.action.js';
import { RevokeInvitation } from './revoke-invitation.action.js';
import { versionOfRoles } from './version-of-roles.js';

const VILLAGE = '32.71.01.1001';

describe('joining', () => {
  let test: TestDatabase;
  let invite: Invite;
  let accept: AcceptInvitation;
  let revoke: RevokeInvitation;
  let roles: ChangeRoles;
  let organiser: Principal;
  let organiserId: string;
  const store = new InvitationStore();
  const reader = new InvitationReader();

  const inviteAs = (by: Principal, request: InviteRequest) =>
    as(by, () => invite.run(by, by.memberships[0]?.partyId ?? '', request));
  const offered = (code: string) => reader.offered(test.db.across('accept-invitation'), code);
  const koperasi = (name = 'KKMP Uji Dua'): InviteRequest => ({
    party: { kind: 'koperasi', name, regionCode: VILLAGE, hasColdStore: true, storageKg: 5000 },
  });
  let nth = 0;
  const someone = (code: string, login = `orang-${(nth += 1)}`) => ({
    ...{ code, login, name: 'Nama Orang', password: 'kata-sandi-panjang' },
  });

  beforeAll(async () => {
    test = await freshDatabase();
    await plantRegions(test.owner);
    invite = new Invite(test.db, store, reader, { INVITATION_HOURS: 24 });
    accept = new AcceptInvitation(test.db, store, reader, new PartyReader());
    revoke = new RevokeInvitation(test.db, store);
    roles = new ChangeRoles(test.db, new MemberStore(), new MemberReader());
    organiserId = newId();
    await test.owner.query(
      `INSERT INTO party (id, kind, code, name, region_code, time_zone) VALUES ($1, 'organiser', 'ORG', 'Forum', '32.71', 'Asia/Makassar')`,
      [organiserId],
    );
    organiser = await plantMember(test.owner, 'organiser', organiserId, 'officer', 'chair');
  });
  afterAll(() => test.close());

  it('makes party, person and roles at once, beside others of the same place and name', async () => {
    await plantKoperasi(test.owner, VILLAGE);
    const [one, two] = [await inviteAs(organiser, koperasi()), await inviteAs(organiser, koperasi())];
    const joined = await accept.asNewPerson(someone(one.code, ' Siti.A '.trim()));
    await accept.asNewPerson(someone(two.code));
    const { rows } = await test.owner.query<{ password_hash: string }>(
      `SELECT party.kind, party.state, region_code, storage_kg, capabilities, time_zone, login, person.name, password_hash,
         array_agg(role ORDER BY role) AS roles, party.is_demo
       FROM party JOIN membership ON party_id = party.id JOIN person ON person.id = person_id
       WHERE party.id = $1 GROUP BY party.id, person.id`,
      [joined.partyId],
    );
    expect(rows).toMatchObject([
      {
        ...{ kind: 'koperasi', state: 'active', region_code: VILLAGE, storage_kg: 5000 },
        ...{ capabilities: ['cold-store'], time_zone: 'Asia/Makassar', is_demo: false },
        ...{ login: 'siti.a', name: 'Nama Orang', roles: ['chair', 'officer', 'warehouse'] },
      },
    ]);
    expect(await isPassword(rows[0]?.password_hash ?? '', 'kata-sandi-panjang')).toBe(true);
    const { rows: same } = await test.owner.query(`SELECT FROM party WHERE name = 'KKMP Uji Dua'`);
    expect(same).toHaveLength(2);
  });

  it('is sent again under another code, once for however many send it, and the old code ends', async () => {
    const old = await inviteAs(organiser, koperasi('KKMP Lagi'));
    const reissue = new ReissueInvitation(test.db, store, invite);
    const sendAgain = () => as(organiser, () => reissue.run(organiser, organiserId, old.id));
    const tries = await Promise.allSettled([sendAgain(), sendAgain(), sendAgain()]);
    const sent = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ name: 'KKMP Lagi', regionCode: VILLAGE, state: 'open' });
    await expect(accept.asNewPerson(someone(old.code))).rejects.toThrow('INVITATION_REVOKED');
    const joined = await accept.asNewPerson(someone(sent[0]?.code ?? ''));
    const { rows } = await test.owner.query('SELECT storage_kg, capabilities FROM party WHERE id = $1', [
      joined.partyId,
    ]);
    expect(rows).toEqual([{ storage_kg: 5000, capabilities: ['cold-store'] }]);
    const accepted = sent[0]?.id ?? '';
    await expect(as(organiser, () => reissue.run(organiser, organiserId, accepted))).rejects.toThrow(
      'INVITATION_ALREADY_ACCEPTED',
    );
    const later = await inviteAs(organiser, koperasi('KKMP Ditarik'));
    await as(organiser, () => revoke.run(organiser.personId, organiserId, later.id));
    await expect(as(organiser, () => reissue.run(organiser, organiserId, later.id))).rejects.toThrow(
      'INVITATION_REVOKED',
    );
  });

  it('works once for a code, however many use it at once', async () => {
    const { code, id } = await inviteAs(organiser, koperasi('KKMP Sekali'));
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => accept.asNewPerson(someone(code))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(accept.asNewPerson(someone(code))).rejects.toThrow('INVITATION_ALREADY_ACCEPTED');
    const { rows } = await test.owner.query(
      `SELECT (SELECT count(*) FROM party WHERE name = 'KKMP Sekali') AS parties,
         (SELECT count(*) FROM audit_event WHERE action = 'invitation-accepted' AND subject_id = $1) AS audits`,
      [id],
    );
    expect(rows).toEqual([{ parties: '1', audits: '1' }]);
  });

  it('leaves nothing behind when the login is taken, and the code good for another', async () => {
    const { code } = await inviteAs(organiser, koperasi('KKMP Nama Masuk'));
    await test.owner.query(
      `INSERT INTO person (id, login, name, password_hash) VALUES ($1, 'dipakai', 'x', 'x')`,
      [newId()],
    );
    await expect(accept.asNewPerson(someone(code, 'DIPAKAI'))).rejects.toThrow('LOGIN_TAKEN');
    await expect(accept.asNewPerson(someone(code, 'erased-someone'))).rejects.toThrow('LOGIN_TAKEN');
    const { rows } = await test.owner.query(`SELECT FROM party WHERE name = 'KKMP Nama Masuk'`);
    expect(rows).toEqual([]);
    expect(await accept.asNewPerson(someone(code))).toMatchObject({ partyState: 'active' });
  });

  it('is refused to a code that is unknown, revoked or expired, and what is kept cannot be used as one', async () => {
    await expect(accept.asNewPerson(someone('A'.repeat(24)))).rejects.toThrow('INVITATION_NOT_FOUND');
    const revoked = await inviteAs(organiser, koperasi());
    await as(organiser, () => revoke.run(organiser.personId, organiserId, revoked.id));
    await as(organiser, () => revoke.run(organiser.personId, organiserId, revoked.id));
    await expect(accept.asNewPerson(someone(revoked.code))).rejects.toThrow('INVITATION_REVOKED');
    const old = await inviteAs(organiser, koperasi());
    await test.owner.query('ALTER TABLE invitation DISABLE TRIGGER invitation_serves_once');
    await test.owner.query(
      `UPDATE invitation SET created_at = created_at - interval '2 days', expires_at = clock_timestamp() WHERE id = $1`,
      [old.id],
    );
    await test.owner.query('ALTER TABLE invitation ENABLE TRIGGER invitation_serves_once');
    await expect(accept.asNewPerson(someone(old.code))).rejects.toThrow('INVITATION_EXPIRED');
    const { rows } = await test.owner.query<{ text: string }>(
      'SELECT invitation::text AS text FROM invitation',
    );
    expect(rows.some(({ text }) => text.includes(old.code))).toBe(false);
  });

  it('is no way back in: a code falls with the role of who gave it, or when they are disabled', async () => {
    const leaving = await plantMember(test.owner, 'organiser', organiserId, 'chair');
    const asked = () => inviteAs(leaving, { roles: ['chair'] });
    const [taken, disabled] = [await asked(), await asked()];
    const outlet = await inviteAs(leaving, koperasi('KKMP Titipan'));
    await test.owner.query(`UPDATE membership SET role = 'viewer' WHERE person_id = $1`, [leaving.personId]);
    await expect(offered(taken.code)).rejects.toThrow('INVITATION_NOT_FOUND');
    await expect(accept.asMember(leaving.personId, taken.code)).rejects.toThrow('INVITER_HAS_NO_SAY');
    await expect(accept.asNewPerson(someone(outlet.code))).rejects.toThrow('INVITER_HAS_NO_SAY');
    await test.owner.query(`UPDATE membership SET role = 'chair' WHERE person_id = $1`, [leaving.personId]);
    await test.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [leaving.personId]);
    await expect(accept.asNewPerson(someone(disabled.code))).rejects.toThrow('INVITER_HAS_NO_SAY');
    await test.owner.query('UPDATE person SET disabled_at = NULL WHERE id = $1', [leaving.personId]);
    expect(await accept.asNewPerson(someone(disabled.code))).toMatchObject({ partyId: organiserId });
  });

  it('does not turn back: what was accepted or revoked stays so in the database', async () => {
    await expect(
      as(organiser, () =>
        test.db.change(
          'UPDATE invitation SET accepted_at = NULL, accepted_by = NULL, accepted_party_id = NULL',
        ),
      ),
    ).rejects.toThrow('does not change');
    await expect(
      as(organiser, () =>
        test.db.change(
          `UPDATE invitation SET roles = '{chair,treasurer}' WHERE accepted_at IS NULL AND revoked_at IS NULL`,
        ),
      ),
    ).rejects.toThrow('does not change');
  });

  it('makes a supplier a candidate, and adds to people who are here', async () => {
    const { code } = await inviteAs(organiser, {
      party: { kind: 'supplier', name: 'PT Baru', regionCode: '32.71.02' },
      roles: ['chair'],
    });
    const person = await plantMember(test.owner, 'organiser', organiserId, 'viewer');
    const joined = await as(person, () => accept.asMember(person.personId, code));
    expect(joined).toMatchObject({ personId: person.personId, partyState: 'candidate' });
  });

  /** Two people of the organiser agree that a party gets a new chair. */
  const decideChair = async (subjectId: string): Promise<void> => {
    const second = await plantMember(test.owner, 'organiser', organiserId, 'chair');
    const take = new TakeDecision(test.db, new DecisionStore(), new DecisionReader(), { DECISION_HOURS: 24 });
    const reason = 'Ketuanya pindah kota.';
    const { id } = await as(organiser, () =>
      take.propose(organiser, organiserId, { kind: 'new-chair', subjectId, reason }),
    );
    await as(second, () => take.approve(second, organiserId, id));
  };

  it('rests on a decision of two in the database too', async () => {
    const orphanId = await plantKoperasi(test.owner, VILLAGE);
    await expect(
      test.owner.query(
        `INSERT INTO invitation (id, party_id, invited_by, code_hash, join_party_id, roles, expires_at)
         VALUES (gen_random_uuid(), $1, $2, sha256('x'), $3, '{chair}', now() + interval '1 hour')`,
        [organiserId, organiser.personId, orphanId],
      ),
    ).rejects.toMatchObject({ constraint: 'new_chair_takes_two' });
  });

  it('brings a chair to a party that lost its own, and only one', async () => {
    const orphanId = await plantKoperasi(test.owner, VILLAGE);
    const request: InviteRequest = { joinPartyId: orphanId, roles: ['chair'] };
    await expect(inviteAs(organiser, request)).rejects.toThrow('NEW_CHAIR_TAKES_TWO');
    await decideChair(orphanId);
    const one = await inviteAs(organiser, request);
    // A decision brings one; what is sent again takes the one before back.
    await expect(inviteAs(organiser, request)).rejects.toThrow('NEW_CHAIR_TAKES_TWO');
    await decideChair(orphanId);
    const two = await inviteAs(organiser, request);
    expect(await offered(two.code)).toMatchObject({ kind: 'koperasi', isNewParty: false });
    await accept.asNewPerson(someone(one.code));
    await expect(accept.asNewPerson(someone(two.code))).rejects.toThrow('PARTY_HAS_ITS_CHAIR');
    await expect(offered(two.code)).rejects.toThrow('INVITATION_NOT_FOUND');
    await expect(inviteAs(organiser, request)).rejects.toThrow('PARTY_HAS_ITS_CHAIR');
  });

  it('is seen by the inviting party alone', async () => {
    const { id } = await inviteAs(organiser, koperasi());
    const strangerId = await plantKoperasi(test.owner, VILLAGE);
    const stranger = await plantMember(test.owner, 'koperasi', strangerId, 'chair');
    expect((await as(stranger, () => reader.page(test.db, organiserId, {}))).data).toEqual([]);
    await expect(as(stranger, () => revoke.run(stranger.personId, organiserId, id))).rejects.toThrow(
      'INVITATION_NOT_FOUND',
    );
    expect((await as(organiser, () => reader.page(test.db, organiserId, {}))).data[0]).toMatchObject({ id });
  });

  describe('and the roles there', () => {
    /** Who asks saw this of the other's roles. */
    const changing = (
      by: Principal,
      partyId: string,
      personId: string,
      next: readonly Role[],
      seen: readonly Role[] = ['chair'],
    ) => as(by, () => roles.run(by.personId, partyId, personId, versionOfRoles(seen), next));

    it('are given and taken at once, and never the last chair’s', async () => {
      const partyId = await plantKoperasi(test.owner, VILLAGE);
      const chair = await plantMember(test.owner, 'koperasi', partyId, 'chair');
      const officer = await plantMember(test.owner, 'koperasi', partyId, 'officer');
      await expect(changing(chair, partyId, chair.personId, [])).rejects.toThrow('LAST_CHAIR_STAYS');
      await changing(chair, partyId, officer.personId, ['officer', 'chair'], ['officer']);
      expect(await changing(officer, partyId, chair.personId, [])).toMatchObject([
        { personId: officer.personId, roles: ['chair', 'officer'] },
      ]);
      await expect(changing(officer, partyId, chair.personId, ['officer'])).rejects.toThrow(
        'PERSON_NOT_A_MEMBER',
      );
    });

    it('are changed by one of two who change them at once; the other saw what is no more', async () => {
      const partyId = await plantKoperasi(test.owner, VILLAGE);
      const chair = await plantMember(test.owner, 'koperasi', partyId, 'chair');
      const { personId } = await plantMember(test.owner, 'koperasi', partyId, 'officer');
      const atOnce = await Promise.allSettled([
        changing(chair, partyId, personId, ['warehouse'], ['officer']),
        changing(chair, partyId, personId, ['treasurer'], ['officer']),
      ]);
      expect(atOnce.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))).toMatchObject(
        [{ code: 'VERSION_CHANGED' }],
      );
      const [won] = atOnce.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      const now = won?.find((person) => person.personId === personId);
      expect(now?.version).toBe(versionOfRoles(now?.roles ?? []));
      // Its answer was lost: the same again, with what was seen then.
      expect(await changing(chair, partyId, personId, now?.roles ?? [], ['officer'])).toEqual(won);
    });

    it('leave a chair when two chairs take each other’s at one moment, by the code and by the database', async () => {
      const partyId = await plantKoperasi(test.owner, VILLAGE);
      const [one, two] = [
        await plantMember(test.owner, 'koperasi', partyId, 'chair'),
        await plantMember(test.owner, 'koperasi', partyId, 'chair'),
      ];
      const tries = await Promise.allSettled([
        changing(one, partyId, two.personId, ['officer']),
        changing(two, partyId, one.personId, ['officer']),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await test.owner.query(`UPDATE membership SET role = 'chair' WHERE party_id = $1`, [partyId]);
      const bare = (by: Principal, personId: string) =>
        as(by, () =>
          test.db.transaction(async (tx) => {
            await tx.change('DELETE FROM membership WHERE party_id = $1 AND person_id = $2', [
              partyId,
              personId,
            ]);
            await writeAudit(tx, {
              ...{
                actorId: by.personId,
                action: 'roles-changed',
                subjectType: 'person',
                subjectId: personId,
              },
            });
          }),
        );
      const raw = await Promise.allSettled([bare(one, two.personId), bare(two, one.personId)]);
      const refused = raw.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatch(/would have no chair|deadlock/);
    });
  });
});
