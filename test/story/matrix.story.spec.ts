import { access } from '../../src/access.js';
import { newId } from '../../src/platform/new-id.js';
import {
  fillings,
  leaksIn,
  methodOf,
  overAll,
  ownersInBody,
  send,
  TableJudge,
  declaresBody,
  takesBody,
  type Call,
} from '../support/call-matrix.js';
import { composeWithoutGuards } from '../support/compose-without-guards.js';
import { startRiver, type River } from '../support/river.js';
import { plantActor, plantCast, type Actor } from '../support/walls-cast.js';
import { playWorld, type World } from '../support/walls-world.js';

/** What no body may carry unless its route says so. */
const SMUGGLED = {
  koperasiId: newId(),
  organiserId: newId(),
  supplierId: newId(),
  partyId: newId(),
  personId: newId(),
  state: 'settled',
  version: 99,
  isDemo: true,
  roles: ['chair'],
  madeBy: newId(),
};
const NEVER_DECLARED = { ...SMUGGLED, sepikulSmuggled: true };

/** A body that is sound where the state is not. */
const soundBodies = (world: World): Readonly<Record<string, object>> => ({
  'POST /api/v1/pools/:poolId/commitments': {
    koperasiId: world.rivalId,
    lines: [{ itemId: newId(), neededBy: '2026-12-01', quantityPacks: 1 }],
  },
  'POST /api/v1/pools/:poolId/quote': {
    koperasiId: world.rivalId,
    lines: [{ itemId: newId(), quantityPacks: 1 }],
  },
  'PATCH /api/v1/pools/:poolId/commitments/:lineId': { quantityPacks: 1 },
  'POST /api/v1/pools/:poolId/close': { reason: 'saya mau' },
  'POST /api/v1/pools/:poolId/discard': { reason: 'saya mau' },
  'PUT /api/v1/lots/:lotId/bids/:supplierId': {
    capacityPacks: 10,
    minimumPacks: 0,
    leadTimeDays: 1,
    tiers: [{ fromPacks: 1, priceRpPerUnit: 10_000 }],
  },
  'PUT /api/v1/pools/:poolId/supplier-terms/:supplierId': {
    fixedChargeRp: 1,
    capacityMilli: 1_000_000,
    minimumOrderRp: 0,
  },
  'POST /api/v1/lots/:lotId/award/objections': { partyId: world.rivalId, reason: 'harga terlalu tinggi' },
  'POST /api/v1/lots/:lotId/award/objections/:objectionId/answer': { answer: 'rejected', reason: 'tidak' },
  'POST /api/v1/lots/:lotId/contracts/:supplierId/decline': { reason: 'tidak sanggup' },
  'POST /api/v1/drops/:dropId/dispatch': { deliveryNote: 'SJ-asing' },
  'POST /api/v1/parties/:partyId/suspend': { reason: 'saya mau' },
});

describe('the access table, called', () => {
  let river: River;
  let world: World;
  let cast: Actor[];
  let judge: TableJudge;
  const routes = Object.keys(access);

  beforeAll(async () => {
    river = await startRiver();
    world = await playWorld(river);
    cast = [
      ...(await plantCast(river.database, world.home)),
      await plantActor(river.database, 'rival', {
        partyId: world.rivalId,
        kind: 'koperasi',
        role: 'officer',
      }),
      await plantActor(river.database, 'bidder', {
        partyId: world.bidderId,
        kind: 'supplier',
        role: 'chair',
      }),
      await plantActor(river.database, 'rival viewer', {
        partyId: world.rivalId,
        kind: 'koperasi',
        role: 'viewer',
      }),
      await plantActor(river.database, 'bidder viewer', {
        partyId: world.bidderId,
        kind: 'supplier',
        role: 'viewer',
      }),
    ];
    judge = new TableJudge(river.database);
  });
  afterAll(() => river.stop());

  /** Those who stand for many: strangers of every kind, one of each home, and nobody. */
  const few = (): Actor[] =>
    cast.filter(({ name }) =>
      /^(anonymous|disabled|rival|bidder|foreign .*|.* (viewer|officer))$/.test(name),
    );

  const callsOf = (actors: readonly Actor[], ofRoutes: readonly string[]): Call[] =>
    ofRoutes.flatMap((route) =>
      fillings(route, world.ids).flatMap((params) =>
        actors.map((actor) => {
          const owners = Object.fromEntries(
            ownersInBody(access[route]!).map((field) => [field, world.rivalId]),
          );
          return { route, actor, params, body: { ...owners, sepikulSmuggled: true } };
        }),
      ),
    );
  /** How often anything has been changed: each change has its audit row. */
  const written = async (): Promise<number> =>
    (await river.database.owner.query('SELECT FROM audit_event')).rowCount ?? 0;
  const readable = routes.filter((route) => methodOf(route) === 'GET');

  /** One who passes must change nothing here: a route without a body is called where nothing can happen. */
  const isHarmless = ({ route, params }: Call): boolean =>
    methodOf(route) === 'GET' ||
    takesBody(route) ||
    Object.values(params).includes(world.poolIds.settled) ||
    params.lotId === world.ids.lotId?.[0];

  it('refuses whoever it does not name, lets by whom it does, and shows nobody another’s', async () => {
    const wide = routes.filter((route) => access[route]?.who !== 'member');
    const calls = [
      ...callsOf(
        cast,
        routes.filter((route) => access[route]?.who === 'member'),
      ),
      ...callsOf(
        few(),
        wide.filter((route) => route !== 'DELETE /api/v1/sessions/current'),
      ),
    ];
    const faults = await overAll(calls, async (call) => {
      const verdict = await judge.verdictOn(call);
      if (verdict === 'passes' && !isHarmless(call)) return [];
      const answer = await send(river.baseUrl, call);
      const said = `${call.actor.name}: ${call.route} ${JSON.stringify(call.params)} ${answer.status} ${answer.code ?? ''}`;
      const leaks = leaksIn(world.canaries, call, answer);
      if (answer.status >= 500 && answer.code !== 'AUDITOR_NOT_CONFIGURED') return [...leaks, said];
      if (verdict !== 'passes')
        return answer.code === verdict ? leaks : [...leaks, `${said}, not ${verdict}`];
      const isRefused =
        answer.code === 'NOT_SIGNED_IN' || (answer.code === 'NOT_ALLOWED' && !access[call.route]?.narrowedBy);
      return isRefused ? [...leaks, `${said}, though it may`] : leaks;
    });
    expect(faults).toEqual([]);
  }, 900_000);

  it('takes no field that a body does not declare', async () => {
    let tried = 0;
    const faults = await overAll(routes.filter(takesBody).filter(declaresBody), async (route) => {
      for (const params of fillings(route, world.ids))
        for (const actor of cast) {
          const row = access[route]!;
          const owners = Object.fromEntries(
            ownersInBody(row).map((field) => [field, actor.memberships[0]?.partyId ?? '']),
          );
          const call = { route, actor, params, body: { ...NEVER_DECLARED, ...owners } };
          if ((await judge.verdictOn(call)) !== 'passes') continue;
          const { status, code, text } = await send(river.baseUrl, call);
          // The guard may refuse the state first, where there is nothing left to smuggle into.
          if (status === 409 && row.during?.judgedBy === 'guard') continue;
          tried += 1;
          return status < 500 &&
            status >= 400 &&
            (text.includes('sepikulSmuggled') || code !== 'INVALID_REQUEST')
            ? []
            : [`${route} took a field it does not know: ${status} ${code ?? ''}`];
        }
      return [];
    });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  });

  it('is obeyed about states, by guard or action', async () => {
    const bodies = soundBodies(world);
    let judged = 0;
    const faults = await overAll(
      routes.filter((route) => access[route]?.during !== undefined && methodOf(route) !== 'GET'),
      async (route) => {
        const { during } = access[route]!;
        const found: string[] = [];
        for (const params of fillings(route, world.ids)) {
          const state = await judge.stateOf(during!, params);
          if (state === undefined || during!.states.includes(state)) continue;
          for (const actor of cast) {
            const call = { route, actor, params, body: { ...bodies[route] } };
            if ((await judge.verdictOn(call)) !== 'passes') continue;
            const before = await written();
            const { status, code } = await send(river.baseUrl, call);
            judged += 1;
            // What was done in time and is sent again is answered as it stands.
            const isAgain = status < 300 && (await written()) === before;
            const isRefused =
              during!.judgedBy === 'guard' ? status === 409 : isAgain || (status >= 400 && status < 500);
            if (!isRefused) found.push(`${route} in ${state}: ${status} ${code ?? ''}`);
            break;
          }
        }
        return found;
      },
      1,
    );
    expect(faults).toEqual([]);
    expect(judged).toBeGreaterThan(20);
  });

  describe('each wall alone', () => {
    const leaks = (baseUrl: string, asked = readable): Promise<string[]> =>
      overAll(callsOf(few(), asked), async (call) => {
        const answer = await send(baseUrl, call);
        const broken = answer.status >= 500 && answer.code !== 'AUDITOR_NOT_CONFIGURED';
        return [
          ...leaksIn(world.canaries, call, answer),
          ...(broken ? [`${call.actor.name}: ${call.route} ${answer.status} ${answer.text}`] : []),
        ];
      });

    it('policies with the guard down show nobody another’s, and let nobody write for another', async () => {
      const bare = await composeWithoutGuards(river.database);
      try {
        expect(await leaks(bare.baseUrl)).toEqual([]);
        const before = await rivalRows();
        const bodies = soundBodies(world);
        // A viewer of a party may see all of it and write nothing.
        const strangers = cast.filter(({ name }) => name.startsWith('foreign ') || name.endsWith(' viewer'));
        const mutating = Object.keys(bodies).filter((route) => !/suspend|quote/.test(route));
        const faults = await overAll(
          mutating.flatMap((route) =>
            fillings(route, world.ids).flatMap((params) =>
              strangers.map((actor) => ({ route, params, actor })),
            ),
          ),
          async ({ route, params, actor }) => {
            const answer = await send(bare.baseUrl, { route, params, actor, body: { ...bodies[route] } });
            return answer.status >= 200 && answer.status < 300 ? [`${actor.name} did ${route}`] : [];
          },
        );
        expect(faults).toEqual([]);
        expect(await rivalRows()).toEqual(before);
      } finally {
        await bare.stop();
      }
    }, 600_000);

    const withoutRowSecurity = async (work: () => Promise<void>): Promise<void> => {
      const { owner } = river.database;
      const { rows } = await owner.query<{ name: string }>(
        `SELECT relname::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
      );
      for (const { name } of rows) await owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
      try {
        await work();
      } finally {
        for (const { name } of rows) await owner.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
      }
    };

    it('the guard with row security off shows nobody another’s', async () => {
      await withoutRowSecurity(async () => {
        expect(await leaks(river.baseUrl)).toEqual([]);
      });
    }, 600_000);

    it('with both down the same questions find what they look for', async () => {
      const bare = await composeWithoutGuards(river.database);
      const asked = [
        'GET /api/v1/pools/:poolId/commitments/:lineId/history',
        'GET /api/v1/parties/:partyId/happenings',
      ];
      try {
        await withoutRowSecurity(async () => {
          const found = await leaks(bare.baseUrl, asked);
          for (const what of ["a rival's limit", 'what a rival was told'])
            expect(found.filter((leak) => leak.includes(what)).length).toBeGreaterThan(5);
        });
      } finally {
        await bare.stop();
      }
    }, 600_000);

    const rivalRows = async (): Promise<unknown[]> => {
      const { rows } = await river.database.owner.query(
        `SELECT 'line' AS kind, id::text, state, version FROM commitment_line WHERE koperasi_id = $1
         UNION ALL SELECT 'drop', id::text, state, version FROM delivery_drop WHERE koperasi_id = $1
         UNION ALL SELECT 'bid', bid_id::text, action, revision FROM bid_revision
         UNION ALL SELECT 'pool', id::text, state, version FROM pool
         UNION ALL SELECT 'award', id::text, state, version FROM award ORDER BY 1, 2, 4`,
        [world.rivalId],
      );
      return rows;
    };
  });
});
