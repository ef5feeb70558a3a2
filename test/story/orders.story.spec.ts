import { awardLot } from '../support/award-lot.js';
import { anOpenPool, koperasiLogins, signContracts } from '../support/given.js';
import { payOpenDues } from '../support/pay.js';
import { codeOf, rows } from '../support/read-answers.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Order {
  readonly id: string;
  readonly number: string;
  readonly dropId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly state: string;
  readonly amountRp: number;
}
interface Bill {
  readonly id: string;
  readonly state: string;
  readonly matchedRp: number;
  readonly heldRp: number;
  readonly lines: readonly {
    readonly differences: readonly { readonly kind: string; readonly amountRp: number }[];
  }[];
}

const SACK_RP = 600_000;

describe('goods that an organiser buys and sells on', () => {
  let river: River;
  let officer: Person;
  let chair: Person;
  let supplier: Person;
  let members: Person[];
  let poolId: string;
  let orders: Order[];

  beforeAll(async () => {
    river = await startRiver();
    [officer, chair, supplier] = (await Promise.all(
      ['organiser-officer', 'organiser-chair', 'supplier-1'].map((login) => signIn(river, login)),
    )) as [Person, Person, Person];
    members = await Promise.all((await koperasiLogins(river, 2)).map((login) => signIn(river, login)));
    await river.database.owner.query(
      `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
       VALUES (gen_random_uuid(), $1, 'legal-entity', true, '2020-01-01', 'SK AHU (uji)', $2)`,
      [officer.partyId, officer.personId],
    );
  });
  afterAll(() => river.stop());

  const receive = async (order: Order, missingPacks: number): Promise<void> => {
    const { koperasiId, lines } = (await officer.get(`drops/${order.dropId}`)).body as {
      koperasiId: string;
      lines: { lineId: string; shippedPacks: number }[];
    };
    const note = { deliveryNote: `SJ ${order.number}` };
    expect((await supplier.post(`drops/${order.dropId}/dispatch`, note)).status).toBe(200);
    const counted = lines.map(({ lineId, shippedPacks }) => ({
      ...{ lineId, acceptedPacks: shippedPacks - missingPacks, quarantinedPacks: 0 },
      ...{ damagedPacks: 0, missingPacks },
    }));
    const receiver = members.find(({ partyId }) => partyId === koperasiId);
    expect((await receiver?.post(`drops/${order.dropId}/receipt`, { lines: counted }))?.status).toBe(200);
  };

  const detail = async (order: Order | undefined) =>
    (await supplier.get(`purchase-orders/${order?.id ?? ''}`)).body as Order & {
      words: string;
      lines: { id: string; packs: number; amountRp: number }[];
    };

  it('are ordered once they are paid for, by the organiser, in numbers without gaps', async () => {
    const pool = await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'], contractMode: 'secondary' });
    poolId = pool.poolId;
    for (const member of members) {
      const lines = [{ itemId: pool.itemIds[0], neededBy: '2026-12-01', quantityPacks: 10 }];
      const placed = await member.post(`pools/${poolId}/commitments`, { koperasiId: member.partyId, lines });
      expect(placed.status).toBe(201);
    }
    const lotId = await awardLot(river, { officer, chair }, poolId, [
      [
        supplier,
        { capacityPacks: 20, leadTimeDays: 2, tiers: [{ fromPacks: 1, priceRpPerUnit: SACK_RP / 50 }] },
      ],
    ]);
    const waiting = `parties/${supplier.partyId}/contracts?waiting=true`;
    expect(await rows(supplier, waiting)).toMatchObject([
      { lotId, poolTitle: 'Putaran uji', packs: 20, amountRp: 20 * SACK_RP, answer: null, mode: 'tender' },
    ]);
    expect((await members[0]!.get(waiting)).status).toBe(403);
    await signContracts(officer, [supplier], lotId);
    expect(await rows(supplier, waiting)).toEqual([]);
    expect(await rows(supplier, `parties/${supplier.partyId}/bids`)).toMatchObject([
      { lotId, outcome: 'won', awardedPacks: 20, amountRp: 20 * SACK_RP, reasonId: null },
    ]);
    expect((await members[0]!.get(`parties/${supplier.partyId}/bids`)).status).toBe(403);
    await until('drops', async () =>
      (await rows(officer, `drops?poolId=${poolId}`)).length === 2 ? true : undefined,
    );
    expect(await rows(officer, `purchase-orders?poolId=${poolId}`)).toEqual([]);
    await payOpenDues(river, poolId);
    orders = await until('orders', async () => {
      const found = await rows<Order>(supplier, `purchase-orders?poolId=${poolId}`);
      return found.length === 2 ? found : undefined;
    });
    expect(orders.map(({ number }) => number).sort()).toEqual(['PO/2026/000001', 'PO/2026/000002']);
    // The newest first, page by page as in one.
    const [newest, oldest] = orders;
    expect((newest?.id ?? '') > (oldest?.id ?? '')).toBe(true);
    const paged = `purchase-orders?poolId=${poolId}&limit=1`;
    expect(await rows<Order>(supplier, paged)).toMatchObject([{ id: newest?.id }]);
    expect(await rows<Order>(supplier, `${paged}&cursor=${newest?.id ?? ''}`)).toMatchObject([
      { id: oldest?.id },
    ]);
    expect(orders[0]).toMatchObject({
      ...{ buyerId: officer.partyId, sellerId: supplier.partyId, state: 'issued', amountRp: 10 * SACK_RP },
    });
    expect(orders[0]).toMatchObject({ buyerName: expect.any(String), receiverDistrict: expect.any(String) });
    expect(await rows(supplier, `purchase-orders?poolId=${poolId}&state=fulfilled`)).toEqual([]);
    expect((await detail(orders[0])).words).toBe('enam juta rupiah');
    const note = `drops/${orders[0]?.dropId ?? ''}/note`;
    expect((await supplier.get(note)).headers['content-type']).toBe('application/pdf');
    expect((await supplier.get(`${note}/page`)).text).toContain('Daftar muat');
    const others = members.filter(
      ({ partyId }) => partyId !== (orders[0] as { receiverId?: string }).receiverId,
    );
    expect((await others[0]!.get(note)).status).toBe(404);
    for (const kind of ['file', 'page', 'sheet', 'csv'])
      expect((await officer.get(`purchase-orders/${orders[0]?.id ?? ''}/${kind}`)).status).toBe(200);
    // What the organiser buys at is not its members' to see.
    expect(await rows(members[0]!, 'purchase-orders')).toEqual([]);
    expect(codeOf(await members[0]!.get(`purchase-orders/${orders[0]?.id ?? ''}/match`))).toBe(
      'ORDER_NOT_FOUND',
    );
  });

  it('are paid as far as bill, order and receipt agree, and no further', async () => {
    const [first, second] = await Promise.all(orders.map(detail));
    const bill = {
      ...{ number: 'KW-001', billedOn: '2026-11-01' },
      lines: [
        { orderLineId: first?.lines[0]?.id, packs: 10, amountRp: 10 * SACK_RP, taxRp: 0 },
        { orderLineId: second?.lines[0]?.id, packs: 10, amountRp: 10 * (SACK_RP + 5_000), taxRp: 0 },
        { description: 'palet', packs: 2, amountRp: 90_000, taxRp: 0 },
      ],
    };
    const path = `parties/${supplier.partyId}/bills`;
    expect((await officer.post(path, bill)).status).toBe(403);
    const foreign = await members[0]!.post(`parties/${members[0]!.partyId}/bills`, bill);
    expect(codeOf(foreign)).toBe('ORDER_LINE_NOT_YOURS');
    const posted = await supplier.post(path, bill);
    expect([posted.status, (posted.body as Bill).state]).toEqual([201, 'held']);
    const { id: billId } = posted.body as Bill;
    expect(codeOf(await supplier.post(path, bill))).toBe('BILL_NUMBER_TAKEN');

    await receive(orders[0]!, 1);
    await receive(orders[1]!, 0);
    const matched = await until('the bill is matched', async () => {
      const found = (await officer.get(`bills/${billId}`)).body as Bill;
      return found.state === 'differs' ? found : undefined;
    });
    expect(matched).toMatchObject({ matchedRp: 19 * SACK_RP, heldRp: SACK_RP + 50_000 + 90_000 });
    expect(matched.lines.map(({ differences }) => differences)).toEqual([
      [{ kind: 'not-accepted', packs: 1, amountRp: SACK_RP }],
      [{ kind: 'above-price', packs: 10, amountRp: 50_000 }],
      [{ kind: 'never-ordered', packs: 2, amountRp: 90_000 }],
    ]);
    expect(matched.lines).toMatchObject([
      { orderNumber: orders[0]?.number, orderedPacks: 10, isReceived: true, acceptedPacks: 9 },
      { orderNumber: orders[1]?.number, orderedPacks: 10, isReceived: true, acceptedPacks: 10 },
      { orderNumber: null, commodityNameId: null, orderedPacks: 0, description: 'palet' },
    ]);
    const due = await until('the bill is due', async () => {
      const dues = await rows<{ payerId: string; amountRp: number }>(supplier, 'dues?kind=supplier-bill');
      return dues.find(({ payerId }) => payerId === officer.partyId);
    });
    expect(due.amountRp).toBe(19 * SACK_RP);
    const match = await officer.get(`purchase-orders/${orders[0]?.id ?? ''}/match`);
    expect((match.body as { lines: unknown[] }).lines).toMatchObject([
      { orderedPacks: 10, acceptedPacks: 9, billedPacks: 10, matchedRp: 9 * SACK_RP, heldRp: SACK_RP },
    ]);
    expect((await members[1]!.get(`bills/${billId}`)).status).toBe(404);

    expect((await supplier.post(`bills/${billId}/credit`, { creditNumber: 'NK-9' })).body).toMatchObject({
      ...{ state: 'credited', endReason: 'NK-9', matchedRp: 19 * SACK_RP },
    });
    expect(codeOf(await supplier.post(`bills/${billId}/withdraw`, { reason: 'terlambat' }))).toBe(
      'BILL_HAS_ENDED',
    );
    expect((await officer.post(`bills/${billId}/withdraw`, { reason: 'bukan milik' })).status).toBe(403);
  });
});
