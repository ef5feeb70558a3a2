import { asParties } from '../../../test/support/acting-as.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  anAward,
  wireSteps,
  type GivenAward,
  type SaidSteps,
  type WiredSteps,
} from '../../../test/support/given-steps.js';
import { expectSerial, Interleaver, letTimePass, type Player } from '../../../test/support/interleave.js';
import { plantPrincipal } from '../../../test/support/plant-lot.js';
import { playBroken } from '../../../test/support/play-distribution.js';
import type { Principal } from '../../platform/auth/principal.js';
import { ApproveAward } from './approve-award.action.js';
import { ProposeAward } from './propose-award.action.js';
import { CourseStore } from './steps/course.store.js';
import { ObjectToAward } from './steps/object-to-award.action.js';
import { ObjectionStore } from './steps/objection.store.js';
import { RunDueSteps } from './steps/run-due-steps.action.js';
import { SignContract } from './steps/sign-contract.action.js';

interface World extends GivenAward {
  readonly otherChair: Principal;
}

let test: TestDatabase;
let steps: WiredSteps;
let interleaver: Interleaver;

beforeAll(async () => {
  test = await freshDatabase();
  steps = wireSteps(test);
  interleaver = await Interleaver.open(test);
});
afterAll(async () => {
  await interleaver.stop();
  await steps.solver.onModuleDestroy();
  await test.close();
});

const courses = new CourseStore();

/** An award over two suppliers, brought as far as told. */
const plant =
  (until: 'computed' | 'proposed' | 'approved', said: SaidSteps = {}) =>
  async (): Promise<World> => {
    // Only this world's steps ever fall due.
    await test.owner.query(
      `UPDATE award_step SET due_at = due_at + interval '1 year', default_at = default_at + interval '1 year' WHERE ended_at IS NULL`,
    );
    const award = await anAward(
      test,
      steps,
      [
        [60, 10_000],
        [60, 11_000],
      ],
      said,
    );
    const otherChair = await plantPrincipal(test.owner, 'organiser', award.organiserId, 'chair');
    if (until !== 'computed') await steps.propose.run(award.officer, award.lotId);
    if (until === 'approved') await steps.approve.run(award.chair, award.lotId);
    return { ...award, otherChair };
  };

const observe = async ({ lotId, suppliers }: World): Promise<unknown> => {
  const { rows } = await test.owner.query(
    `SELECT state, failed_reason,
       (SELECT json_agg(json_build_array(attempt, state, proposed_by IS NOT NULL, approved_by IS NOT NULL) ORDER BY attempt)
        FROM award WHERE lot_id = lot.id) AS awards,
       (SELECT json_agg(json_build_array(step, outcome) ORDER BY step, outcome) FROM award_step WHERE lot_id = lot.id) AS steps,
       (SELECT json_agg(json_build_array(supplier_id = $2, answer) ORDER BY supplier_id = $2, answer)
        FROM contract_answer JOIN award ON award.id = award_id WHERE lot_id = lot.id) AS answers,
       (SELECT count(*)::int FROM objection JOIN award ON award.id = award_id WHERE lot_id = lot.id) AS objections,
       ARRAY(SELECT type FROM outbox WHERE payload ->> 'lotId' = lot.id::text ORDER BY type) AS events,
       ARRAY(SELECT action FROM audit_event WHERE data ->> 'lotId' = lot.id::text OR subject_id = lot.id::text ORDER BY action) AS audited
     FROM lot WHERE id = $1`,
    [lotId, suppliers[0]],
  );
  return rows[0];
};

const proposes = (who: 'officer' | 'chair'): Player<World> => ({
  name: `${who} proposes`,
  role: 'sepikul_app',
  play: (db, world) => new ProposeAward(db, courses).run(world[who], world.lotId),
});
const approves = (who: 'officer' | 'chair' | 'otherChair'): Player<World> => ({
  name: `${who} approves`,
  role: 'sepikul_app',
  play: (db, world) => new ApproveAward(db, courses).run(world[who], world.lotId),
});
const objects: Player<World> = {
  name: 'a koperasi objects',
  role: 'sepikul_app',
  play: async (db, { lotId, koperasiId, officer }) => {
    const objection = { partyId: koperasiId, reason: 'harga' };
    await asParties([koperasiId], () =>
      new ObjectToAward(db, courses, new ObjectionStore()).run(officer.personId, lotId, objection),
    );
  },
};
/** Passes by what somebody is just at: the next turn finds it free. */
const doesWhatIsDue = (db: TestDatabase['db']): Promise<number> => new RunDueSteps(db, courses).run();
const runsDue: Player<World> = {
  name: 'the time comes and what is due is done',
  role: 'sepikul_worker',
  play: async (db) => {
    await letTimePass(db);
    await doesWhatIsDue(db);
  },
};
const answers = (supplier: 0 | 1, answer: 'sign' | 'decline'): Player<World> => ({
  name: `supplier ${supplier} ${answer}s`,
  role: 'sepikul_app',
  play: (db, { lotId, suppliers, officer }) => {
    const contract = new SignContract(db, courses);
    const supplierId = suppliers[supplier] ?? '';
    return asParties([supplierId], () =>
      answer === 'sign'
        ? contract.sign(officer.personId, lotId, supplierId)
        : contract.decline(officer.personId, lotId, supplierId, 'uji'),
    );
  },
});

describe('what meets at an award, in every order of its statements', () => {
  const pairs: [string, () => Promise<World>, () => Player<World>[]][] = [
    ['propose and propose', plant('computed'), () => [proposes('officer'), proposes('chair')]],
    ['approve and approve', plant('proposed'), () => [approves('chair'), approves('otherChair')]],
    ['propose and approve', plant('computed'), () => [proposes('officer'), approves('chair')]],
    ['approve and object', plant('proposed'), () => [approves('chair'), objects]],
    [
      'object and the end of the standstill',
      plant('proposed', { objection: { dueS: 3_600 } }),
      () => [objects, runsDue],
    ],
    ['sign and decline', plant('approved'), () => [answers(0, 'sign'), answers(0, 'decline')]],
    ['sign and the last to sign', plant('approved'), () => [answers(0, 'sign'), answers(1, 'sign')]],
    ['sign and another to decline', plant('approved'), () => [answers(0, 'sign'), answers(1, 'decline')]],
  ];
  it.each(pairs)(
    '%s end as one after the other',
    async (_, planted, players) => {
      const explored = await interleaver.explore({
        plant: planted,
        players: players(),
        conclude: doesWhatIsDue,
        observe,
      });
      expectSerial(explored);
    },
    600_000,
  );

  afterAll(async () => {
    const broken = await playBroken(test.auditorDb);
    // No worker passes events on here, and they may have waited for minutes.
    expect(broken.filter(({ promise }) => !promise.startsWith('p11'))).toEqual([]);
  });
});
