import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { withinScope } from '../../../platform/db/scope.js';
import { DecisionReader } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import { TakeDecision } from './take-decision.action.js';

describe('a decision of two people', () => {
  let test: TestDatabase;
  let take: TakeDecision;
  let organiserId: string;
  let officer: Principal;
  let treasurer: Principal;
  let chair: Principal;

  const propose = (by: Principal, partyId = organiserId, subjectId: string = randomUUID()) =>
    as(by, () => take.propose(by, partyId, { kind: 'early-opening', subjectId, reason: 'semua setuju' }));
  const approve = (by: Principal, id: string, partyId = organiserId) =>
    as(by, () => take.approve(by, partyId, id));
  const rowOf = async (id: string) =>
    (
      await test.owner.query<{ state: string; proposed_by: string; approved_by: string | null }>(
        'SELECT state, proposed_by, approved_by FROM decision WHERE id = $1',
        [id],
      )
    ).rows[0];

  beforeAll(async () => {
    test = await freshDatabase();
    take = new TakeDecision(test.db, new DecisionStore(), new DecisionReader(), { DECISION_HOURS: 24 });
    organiserId = await plantParty(test.owner, 'organiser');
    officer = await plantMember(test.owner, 'organiser', organiserId, 'officer');
    treasurer = await plantMember(test.owner, 'organiser', organiserId, 'treasurer');
    chair = await plantMember(test.owner, 'organiser', organiserId, 'chair', 'officer');
  });
  afterAll(() => test.close());

  it('is approved once, with one audit row and one event, however many ask at once', async () => {
    const { id, waitsForYou } = await propose(officer);
    expect(waitsForYou).toBe(false);
    const second = await plantMember(test.owner, 'organiser', organiserId, 'chair');
    const tries = await Promise.allSettled(
      [chair, second, chair, second, officer].map((by) => approve(by, id)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: 'approved', proposed_by: officer.personId });
    const { rows } = await test.owner.query<{ audits: string; events: string; payload: object }>(
      `SELECT (SELECT count(*) FROM audit_event WHERE action = 'decision-approved' AND subject_id = $1) AS audits,
         (SELECT count(*) FROM outbox WHERE type = 'DecisionApproved' AND payload ->> 'decisionId' = $1) AS events,
         (SELECT payload FROM outbox WHERE type = 'DecisionApproved' AND payload ->> 'decisionId' = $1) AS payload`,
      [id],
    );
    expect(rows).toMatchObject([
      { audits: '1', events: '1', payload: { kind: 'early-opening', partyId: organiserId } },
    ]);
  });

  it('is not its proposer’s to approve, also where they are officer here and chair elsewhere', async () => {
    const other = await plantParty(test.owner, 'organiser');
    const both = await plantMember(test.owner, 'organiser', organiserId, 'officer');
    await test.owner.query(`INSERT INTO membership VALUES ($1, $2, 'chair')`, [both.personId, other]);
    const inBoth: Principal = {
      ...both,
      memberships: [...both.memberships, { partyId: other, kind: 'organiser', roles: ['chair'] }],
    };
    const { id } = await propose(inBoth);
    await expect(approve(inBoth, id)).rejects.toThrow('NOBODY_APPROVES_THEIR_OWN_PROPOSAL');
    await expect(approve(inBoth, id, other)).rejects.toThrow('DECISION_NOT_FOUND');
    const others = await propose(chair);
    await expect(approve(inBoth, others.id)).rejects.toThrow('ROLE_DOES_NOT_DECIDE');
  });

  it('is the database’s own promise, whatever the code does', async () => {
    const { id } = await propose(chair);
    const outsider = await plantMember(
      test.owner,
      'organiser',
      await plantParty(test.owner, 'organiser'),
      'chair',
    );
    const taking = (personId: string) =>
      as(chair, () =>
        test.db.change(
          `UPDATE decision SET state = 'approved', approved_by = $2, approved_at = clock_timestamp() WHERE id = $1`,
          [id, personId],
        ),
      );
    await expect(taking(chair.personId)).rejects.toThrow('nobody_approves_their_own_decision');
    await expect(taking(outsider.personId)).rejects.toThrow('approver_has_a_say');
    await expect(taking(officer.personId)).rejects.toThrow('approver_has_a_say');
    await expect(
      as(chair, () =>
        test.db.change(`UPDATE decision SET proposed_by = $2 WHERE id = $1`, [id, officer.personId]),
      ),
    ).rejects.toThrow('proposal_stays_as_it_is');
    const byOfficer = await propose(officer);
    await expect(
      as(chair, () =>
        test.db.change(
          `UPDATE decision SET state = 'approved', approved_by = $2, approved_at = clock_timestamp() WHERE id = $1`,
          [byOfficer.id, treasurer.personId],
        ),
      ),
    ).rejects.toThrow('one_of_two_is_a_chair');
    await approve(treasurer, id);
    await expect(
      as(chair, () => test.db.change(`UPDATE decision SET state = 'proposed' WHERE id = $1`, [id])),
    ).rejects.toThrow('decision_is_taken_once');
    await expect(as(chair, () => test.db.change('DELETE FROM decision'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('is judged by the roles of this moment', async () => {
    const left = await plantMember(test.owner, 'organiser', organiserId, 'officer');
    const { id } = await propose(left);
    await test.owner.query('DELETE FROM membership WHERE person_id = $1', [left.personId]);
    await expect(approve(chair, id)).rejects.toThrow('PROPOSER_HAS_LEFT');
    await expect(approve(left, id)).rejects.toThrow();
    expect(await as(left, () => take.refuse(left, organiserId, id, 'sudah keluar').catch(String))).toContain(
      'ROLE_DOES_NOT_DECIDE',
    );
    expect(await as(chair, () => take.refuse(chair, organiserId, id, 'pengusul keluar'))).toMatchObject({
      state: 'refused',
      refusalReason: 'pengusul keluar',
    });
  });

  it('is proposed once at a time, and anew when it has expired', async () => {
    const subjectId = randomUUID();
    const tries = await Promise.allSettled([1, 2, 3].map(() => propose(officer, organiserId, subjectId)));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await test.owner.query(`ALTER TABLE decision DISABLE TRIGGER decision_of_two`);
    await test.owner.query(
      `UPDATE decision SET proposed_at = proposed_at - interval '2 days', expires_at = clock_timestamp() WHERE subject_id = $1`,
      [subjectId],
    );
    await test.owner.query(`ALTER TABLE decision ENABLE TRIGGER decision_of_two`);
    const { rows } = await test.owner.query<{ id: string }>('SELECT id FROM decision WHERE subject_id = $1', [
      subjectId,
    ]);
    await expect(approve(chair, rows[0]?.id ?? '')).rejects.toThrow('DECISION_EXPIRED');
    const again = await propose(officer, organiserId, subjectId);
    expect(await rowOf(rows[0]?.id ?? '')).toMatchObject({ state: 'expired' });
    expect(await approve(chair, again.id)).toMatchObject({ state: 'approved' });
  });

  it('is seen by its own party alone', async () => {
    const { id } = await propose(officer);
    const stranger = await plantMember(
      test.owner,
      'koperasi',
      await plantParty(test.owner, 'koperasi'),
      'chair',
    );
    expect(await as(stranger, () => test.db.rows('SELECT id FROM decision'))).toEqual([]);
    expect(await withinScope({}, () => test.db.rows('SELECT id FROM decision'))).toEqual([]);
    expect(await as(officer, () => test.db.rows('SELECT id FROM decision WHERE id = $1', [id]))).toHaveLength(
      1,
    );
    await expect(approve(stranger, id)).rejects.toThrow('DECISION_NOT_FOUND');
  });

  it('never ends with one person on both sides, in whatever order and at once they act', async () => {
    const people = [officer, treasurer, chair];
    const act = fc.record({
      who: fc.nat({ max: 2 }),
      what: fc.constantFrom('propose', 'approve', 'refuse'),
      subject: fc.nat({ max: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
        const subjects = [randomUUID(), randomUUID()];
        for (let from = 0; from < acts.length; from += 3)
          await Promise.allSettled(
            acts.slice(from, from + 3).map(async ({ who, what, subject }) => {
              const by = people[who] ?? chair;
              const subjectId = subjects[subject] ?? '';
              if (what === 'propose') return propose(by, organiserId, subjectId);
              const { rows } = await test.owner.query<{ id: string }>(
                `SELECT id FROM decision WHERE subject_id = $1 ORDER BY proposed_at DESC LIMIT 1`,
                [subjectId],
              );
              const id = rows[0]?.id ?? randomUUID();
              return what === 'approve'
                ? approve(by, id)
                : as(by, () => take.refuse(by, organiserId, id, 'tidak jadi'));
            }),
          );
        const { rows } = await test.owner.query(
          `SELECT id FROM decision WHERE subject_id = ANY ($1) AND (approved_by = proposed_by
             OR (state = 'approved' AND NOT (proposed_by = $2 OR approved_by = $2)))`,
          [subjects, chair.personId],
        );
        expect(rows).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
