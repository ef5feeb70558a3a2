import { ADMINISTRATOR, meets } from '../../src/platform/auth/allow.js';
import { bringDrops, untilSettled } from './bring-drops.js';
import { anOpenPool, koperasiLogins, signContracts, soon } from './given.js';
import { endBidding, placeBid } from './given-bids.js';
import { payOpenDues } from './pay.js';
import { rows } from './read-answers.js';
import { signIn, until, type Person, type River } from './river.js';
import type { Actor } from './walls-cast.js';

/** A value that may stand in no answer but to those it is granted to. */
export interface Canary {
  readonly what: string;
  /** A word, or a number in whatever spelling. */
  readonly value: string | number;
  readonly isGranted: (actor: Actor, route: string) => boolean;
}

/** A river with something of everybody's in it: a draft, an open pool, one in bidding, one settled. */
export interface World {
  /** Ids that paths are made of, by the parameter's name. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly home: Readonly<Record<'koperasi' | 'organiser' | 'supplier', string>>;
  /** The koperasi and the bidder whose data the canaries are. */
  readonly rivalId: string;
  readonly bidderId: string;
  readonly organiserId: string;
  readonly poolIds: Readonly<Record<'draft' | 'open' | 'bidding' | 'settled', string>>;
  readonly canaries: readonly Canary[];
}

const LIMIT = 13_417;
const SEALED = 11_519;
const CHARGE = 7_654_321;
const LEAD = { leadTimeDays: 2, minimumPacks: 0 };

const must = async (what: string, answer: Promise<{ status: number; text: string }>): Promise<void> => {
  const { status, text } = await answer;
  if (status >= 300) throw new Error(`${what}: ${status} ${text}`);
};

const of =
  (partyId: string) =>
  (actor: Actor): boolean =>
    actor.memberships.some((membership) => membership.partyId === partyId);
const oversees = (actor: Actor): boolean =>
  actor.memberships.some(({ kind }) => kind === 'observer' || kind === 'administrator');
/** Whoever may end somebody's access sees whose by this route, and by no other; that they looked is noted. */
const endsAccess = ({ memberships }: Actor, route: string): boolean =>
  route === 'GET /api/v1/parties/:partyId/people' &&
  memberships.some((membership) => meets(membership, ADMINISTRATOR));
const anyOf =
  (...grants: ((actor: Actor, route: string) => boolean)[]) =>
  (actor: Actor, route: string): boolean =>
    grants.some((grants) => grants(actor, route));

export const playWorld = async (river: River): Promise<World> => {
  const [officer, chair, bidder, other] = await Promise.all(
    ['organiser-officer', 'organiser-chair', 'supplier-1', 'supplier-2'].map((login) => signIn(river, login)),
  );
  const [own, rival] = await Promise.all(
    (await koperasiLogins(river, 2)).map((login) => signIn(river, login)),
  );
  if (!officer || !chair || !bidder || !other || !own || !rival) throw new Error('nobody there');
  const query = async (text: string, params: unknown[]): Promise<string[]> =>
    (await river.database.owner.query<{ id: string }>(text, params)).rows.map(({ id }) => id);

  const commit = async (poolId: string, itemId: string, person: Person, quantityPacks: number, more = {}) => {
    const body = {
      koperasiId: person.partyId,
      lines: [{ itemId, neededBy: '2026-12-01', quantityPacks, ...more }],
    };
    await must('commitment', person.post(`pools/${poolId}/commitments`, body));
  };
  const lotOf = (poolId: string): Promise<string> =>
    until(
      'a lot is formed',
      async () => (await rows<{ id: string }>(officer, `pools/${poolId}/lots`))[0]?.id,
    );
  const bid = (lotId: string, person: Person, priceRpPerUnit: number): Promise<void> =>
    placeBid(person, lotId, { ...LEAD, capacityPacks: 200, tiers: [{ fromPacks: 1, priceRpPerUnit }] });
  const packs = ['BERAS-MEDIUM/XSA50'];

  // Settled: everything has happened.
  const settled = await anOpenPool(officer, { packs });
  for (const [person, quantity] of [
    [own, 40],
    [rival, 23],
  ] as const)
    await commit(settled.poolId, settled.itemIds[0] ?? '', person, quantity);
  await must('close', officer.post(`pools/${settled.poolId}/close`, { reason: 'semua sudah pesan' }));
  const settledLot = await lotOf(settled.poolId);
  await bid(settledLot, bidder, 12_000);
  await bid(settledLot, other, 12_100);
  await endBidding(river, settled.poolId);

  // Open, with a limit of the rival's; bidding, with sealed bids and terms; and a draft.
  const open = await anOpenPool(officer, { packs });
  await commit(open.poolId, open.itemIds[0] ?? '', own, 5);
  await commit(open.poolId, open.itemIds[0] ?? '', rival, 7, { maxLandedRp: LIMIT });
  const bidding = await anOpenPool(officer, { biddingPeriodS: 86_400, packs });
  await commit(bidding.poolId, bidding.itemIds[0] ?? '', own, 5);
  await commit(bidding.poolId, bidding.itemIds[0] ?? '', rival, 7, { maxLandedRp: LIMIT });
  await must('close', officer.post(`pools/${bidding.poolId}/close`, { reason: 'semua sudah pesan' }));
  const biddingLot = await lotOf(bidding.poolId);
  await bid(biddingLot, bidder, SEALED);
  await must(
    'terms',
    bidder.put(`pools/${bidding.poolId}/supplier-terms/${bidder.partyId}`, {
      fixedChargeRp: CHARGE,
      capacityMilli: 1_000_000_000,
      minimumOrderRp: 0,
    }),
  );
  const drafted = await officer.post('pools', {
    organiserId: officer.partyId,
    title: 'Draf-Rahasia',
    regionCode: '35.71',
    closesAt: soon(3_600_000),
    biddingPeriodS: 60,
    neededFrom: '2026-12-01',
    neededUntil: '2099-12-02',
    items: [{ packCode: packs[0] }],
  });
  const draft = (drafted.body as { id: string }).id;

  await until('the award is computed', async () =>
    (await officer.get(`lots/${settledLot}/award`)).status === 200 ? true : undefined,
  );
  await must('propose', officer.post(`lots/${settledLot}/award/propose`));
  await must('approve', chair.post(`lots/${settledLot}/award/approve`));
  await signContracts(officer, [bidder, other], settledLot);
  const drops = await until('drops are planned', async () => {
    const listed = await rows<{ id: string }>(officer, `drops?poolId=${settled.poolId}`);
    return listed.length >= 2 ? listed : undefined;
  });
  await payOpenDues(river, settled.poolId);
  await bringDrops(officer, [bidder, other, own, rival], drops);
  await untilSettled(officer, settled.poolId);

  const rivalDrops = await query('SELECT id FROM delivery_drop WHERE koperasi_id = $1', [rival.partyId]);
  const rivalInvoices = await query('SELECT id FROM invoice WHERE koperasi_id = $1', [rival.partyId]);
  const rivalOrders = await query('SELECT id FROM purchase_order WHERE buyer_id = $1', [rival.partyId]);
  const rivalRequests = await query('SELECT id FROM payment_request WHERE koperasi_id = $1', [rival.partyId]);
  const rivalLines = await query('SELECT id FROM commitment_line WHERE koperasi_id = $1 AND pool_id = $2', [
    rival.partyId,
    open.poolId,
  ]);
  const suppliersOf = await query(
    'SELECT DISTINCT supplier_id AS id FROM delivery_drop WHERE koperasi_id = $1',
    [rival.partyId],
  );
  const happenings = await query(`SELECT id FROM happening WHERE party_id = $1 LIMIT 3`, [rival.partyId]);
  const [person] = await query('SELECT person_id AS id FROM membership WHERE party_id = $1 LIMIT 1', [
    rival.partyId,
  ]);
  await river.database.owner.query(`UPDATE person SET name = 'Nama-Rahasia-Pesaing' WHERE id = $1`, [person]);

  const itsOwn = anyOf(of(rival.partyId), of(officer.partyId), oversees);
  const toDocument = anyOf(itsOwn, ...suppliersOf.map(of));
  return {
    ids: {
      poolId: [open.poolId, bidding.poolId, settled.poolId, draft],
      lotId: [settledLot, biddingLot],
      lineId: rivalLines,
      supplierId: [bidder.partyId],
      partyId: [rival.partyId],
      dropId: rivalDrops,
      invoiceId: rivalInvoices,
      orderId: rivalOrders,
      personId: person === undefined ? [] : [person],
      code: ['BERAS-MEDIUM'],
      isoWeek: ['2026-W49'],
      kitchenId: await query(`SELECT id FROM party WHERE kind = 'kitchen' LIMIT 1`, []),
    },
    home: { koperasi: own.partyId, organiser: officer.partyId, supplier: other.partyId },
    rivalId: rival.partyId,
    bidderId: bidder.partyId,
    organiserId: officer.partyId,
    poolIds: { draft, open: open.poolId, bidding: bidding.poolId, settled: settled.poolId },
    canaries: [
      { what: "a rival's limit", value: LIMIT, isGranted: itsOwn },
      { what: 'a sealed price', value: SEALED, isGranted: of(bidder.partyId) },
      { what: 'sealed terms', value: CHARGE, isGranted: of(bidder.partyId) },
      { what: "another's draft", value: 'Draf-Rahasia', isGranted: of(officer.partyId) },
      {
        what: "a rival's person",
        value: 'Nama-Rahasia-Pesaing',
        isGranted: anyOf(of(rival.partyId), endsAccess),
      },
      ...rivalLines.map((value) => ({ what: "a rival's line in an open pool", value, isGranted: itsOwn })),
      ...rivalInvoices.map((value) => ({ what: "a rival's invoice", value, isGranted: toDocument })),
      ...rivalOrders.map((value) => ({ what: "a rival's order", value, isGranted: toDocument })),
      ...rivalRequests.map((value) => ({ what: "a rival's payment request", value, isGranted: toDocument })),
      ...rivalDrops.map((value) => ({ what: "a rival's drop", value, isGranted: toDocument })),
      ...happenings.map((value) => ({
        what: 'what a rival was told',
        value,
        isGranted: anyOf(of(rival.partyId), oversees),
      })),
    ],
  };
};
