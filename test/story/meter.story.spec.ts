import { bringDrops, untilSettled } from '../support/bring-drops.js';
import { anOpenPool, koperasiLogins, signContracts } from '../support/given.js';
import { endBidding, onceBidding } from '../support/given-bids.js';
import { listen } from '../support/listen.js';
import { payOpenDues } from '../support/pay.js';
import { anonymous, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface ItemMeter {
  itemId: string;
  committedPacks: number;
  koperasiCount: number;
  guaranteedRpPerUnit: number | null;
  unreachedPacks: number;
  nextTier: { missingPacks: number; priceRpPerUnit: number; savesRpPerKoperasi: number } | null;
  worst: { fromPacks: number; worstRpPerUnit: number }[];
}
interface Meter {
  poolId: string;
  state: string;
  timeLeftS: number;
  items: ItemMeter[];
}
interface Quote {
  worstRpPerUnit: number;
  worstAmountRp: number;
  guaranteedRpPerUnit: number | null;
}
interface Problem {
  code: string;
  errors: { field: string }[];
}

describe('standing offers, the meter and the quote', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver();
  });
  afterAll(() => river.stop());

  it('tell a koperasi before it commits what it can come to pay, and keep it to the invoice', async () => {
    const [officer, chair, observer, bulog, miller] = (await Promise.all(
      ['organiser-officer', 'organiser-chair', 'observer', 'supplier-1', 'supplier-2'].map((login) =>
        signIn(river, login),
      ),
    )) as [Person, Person, Person, Person, Person];
    const koperasi = await Promise.all((await koperasiLogins(river, 3)).map((login) => signIn(river, login)));
    const [first, second, third] = koperasi as [Person, Person, Person];
    const offer = {
      supplierId: bulog.partyId,
      packCode: 'BERAS-MEDIUM/XSA50',
      regionCode: '35.71',
      leadTimeDays: 3,
      tiers: [
        { fromPacks: 1, priceRpPerUnit: 12_000 },
        { fromPacks: 40, priceRpPerUnit: 11_500 },
      ],
      surcharges: [{ districtCode: '35.71.01', surchargeRpPerUnit: 0 }],
      validFrom: '2026-01-01',
      validUntil: '2099-12-31',
    };

    // Only the supplier itself publishes; everybody sees.
    expect((await miller.post('offers', offer)).status).toBe(403);
    expect((await bulog.post('offers', { ...offer, tiers: [] })).status).toBe(400);
    const rising = { ...offer, tiers: [...offer.tiers, { fromPacks: 50, priceRpPerUnit: 11_600 }] };
    expect((await bulog.post('offers', rising)).body).toMatchObject({
      code: 'OFFER_PRICE_RISES_WITH_VOLUME',
      errors: [{ field: 'tiers.2.priceRpPerUnit' }],
    });
    const published = await bulog.post('offers', offer);
    expect(published.status).toBe(200);
    const { id: offerId } = published.body as { id: string };
    expect(((await bulog.post('offers', offer)).body as { revision: number }).revision).toBe(1);
    const inForce = (await anonymous(river).get('offers?regionCode=35.71')).body as { data: object[] };
    expect(inForce.data).toMatchObject([{ id: offerId, supplierId: bulog.partyId }]);

    const { poolId, itemIds } = await anOpenPool(officer, {
      biddingPeriodS: 3600,
      packs: ['BERAS-MEDIUM/XSA50'],
    });
    const itemId = itemIds[0] ?? '';
    // Ended now, it binds this pool all the same.
    expect((await bulog.post(`offers/${offerId}/end`)).status).toBe(200);
    expect((await bulog.post(`offers/${offerId}/end`)).status).toBe(409);
    expect((await anonymous(river).get(`pools/${poolId}/offers`)).body).toMatchObject({
      data: [{ itemId, offerId, revision: 1, supplierId: bulog.partyId }],
    });

    // Two who listen at two processes.
    const otherUrl = await river.addHttp();
    const streamOf = (base: string): string => `${base}/api/v1/pools/${poolId}/meter/stream`;
    const [here, there] = await Promise.all([
      listen<Meter>(streamOf(river.baseUrl)),
      listen<Meter>(streamOf(otherUrl)),
    ]);
    expect(here.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const bothHear = (packs: number): Promise<ItemMeter> =>
      until(`both hear of ${packs} packs`, async () => {
        const told = [here, there].map(({ heard }) => heard.at(-1)?.data.items[0]);
        return told.every((item) => item?.committedPacks === packs) ? Promise.resolve(told[0]) : undefined;
      });
    expect(await bothHear(0)).toMatchObject({ koperasiCount: 0, guaranteedRpPerUnit: null });

    // The quote, before.
    const ask = (person: Person, line: object): Promise<{ status: number; body: unknown }> =>
      person.post(`pools/${poolId}/quote`, {
        koperasiId: person.partyId,
        lines: [{ itemId, quantityPacks: 30, ...line }],
      });
    const quoteOf = async (person: Person, line: object): Promise<Quote> =>
      ((await ask(person, line)).body as { data: Quote[] }).data[0]!;
    expect(await quoteOf(first, { tolerancePacks: 2 })).toMatchObject({
      worstRpPerUnit: 12_000,
      worstAmountRp: 32 * 50 * 12_000,
      guaranteedRpPerUnit: 12_000,
    });
    expect(await quoteOf(first, { quantityPacks: 40 })).toMatchObject({ worstRpPerUnit: 11_500 });
    expect(await quoteOf(first, { maxLandedRp: 11_000 })).toMatchObject({ worstRpPerUnit: 11_000 });
    const strangers = await second.post(`pools/${poolId}/quote`, {
      koperasiId: first.partyId,
      lines: [{ itemId, quantityPacks: 1 }],
    });
    expect(strangers.status).toBe(403);
    expect((await ask(first, { itemId: poolId })).body).toMatchObject({
      code: 'ITEM_NOT_IN_POOL',
      errors: [{ field: 'lines.0.itemId' }],
    });

    const asked = [30, 8, 20];
    const worst: number[] = [];
    const place = async (person: Person, quantityPacks: number): Promise<void> => {
      const placed = await person.post(`pools/${poolId}/commitments`, {
        koperasiId: person.partyId,
        lines: [{ itemId, neededBy: '2026-12-01', quantityPacks }],
      });
      const [line] = (placed.body as { data: { worstLandedRp: number }[] }).data;
      worst.push(line?.worstLandedRp ?? 0);
    };
    await place(first, 30);
    expect(await bothHear(30)).toMatchObject({
      koperasiCount: 1,
      guaranteedRpPerUnit: 12_000,
      nextTier: { missingPacks: 10, priceRpPerUnit: 11_500, savesRpPerKoperasi: 30 * 50 * 500 },
    });
    await place(second, 8);
    expect(await bothHear(38)).toMatchObject({ guaranteedRpPerUnit: 12_000, nextTier: { missingPacks: 2 } });
    expect(await quoteOf(third, { quantityPacks: 20 })).toMatchObject({
      worstRpPerUnit: 12_000,
      guaranteedRpPerUnit: 11_500,
    });
    await place(third, 20);
    expect(await bothHear(58)).toMatchObject({
      koperasiCount: 3,
      guaranteedRpPerUnit: 11_500,
      nextTier: null,
    });
    expect(worst).toEqual([12_000, 12_000, 12_000]);

    // What is asked for is what is streamed; the ids are the same at both, so that one may go to the other.
    const shown = (await anonymous(river).get(`pools/${poolId}/meter`)).body as Meter;
    const last = here.heard.at(-1);
    expect(shown.items).toEqual(last?.data.items);
    expect(shown.timeLeftS).toBeGreaterThan(3_000);
    expect(there.heard.at(-1)?.id).toBe(last?.id);
    const back = await listen<Meter>(streamOf(otherUrl), { 'Last-Event-ID': last?.id ?? '' });
    expect(JSON.stringify(here.heard)).not.toContain(first.partyId);

    expect((await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' })).status).toBe(204);
    await Promise.all([here.ended, there.ended, back.ended]);
    for (const { heard } of [here, there]) expect(heard.at(-1)).toMatchObject({ event: 'closed' });
    expect(back.heard.map(({ event }) => event)).toEqual(['closed']);
    const over = await listen<Meter>(streamOf(river.baseUrl), { 'Last-Event-ID': back.heard[0]?.id ?? '' });
    expect(over.status).toBe(204);
    expect((await ask(first, {})).body).toMatchObject({ code: 'POOL_ALREADY_CLOSED' });

    // Bulog may not bid worse than it promised, and says nothing more; another bids a part, cheaper.
    const lot = await until('the lot is formed', async () => {
      const { data } = (await officer.get(`pools/${poolId}/lots`)).body as { data: { id: string }[] };
      return data[0];
    });
    const bid = (price: number) => ({
      capacityPacks: 58,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: [{ fromPacks: 1, priceRpPerUnit: price }],
    });
    const worse = await onceBidding(() => bulog.put(`lots/${lot.id}/bids/${bulog.partyId}`, bid(11_501)));
    expect(worse.status).toBe(422);
    expect(worse.body as Problem).toMatchObject({
      code: 'BID_PRICE_ABOVE_OFFER',
      errors: [{ field: 'tiers.0.priceRpPerUnit' }],
    });
    const small = { ...bid(11_000), capacityPacks: 10 };
    expect((await miller.put(`lots/${lot.id}/bids/${miller.partyId}`, small)).status).toBe(200);

    await endBidding(river, poolId);
    const award = await until('the award is computed', async () => {
      const answer = await officer.get(`lots/${lot.id}/award`);
      return answer.status === 200
        ? (answer.body as { costRp: number; lines: { supplierId: string; packs: number }[] })
        : undefined;
    });
    expect(award.costRp).toBeLessThanOrEqual(58 * 50 * 11_500);
    expect(award.lines.map(({ packs }) => packs).sort((a, b) => a - b)).toEqual([10, 48]);
    const bids = (await observer.get(`lots/${lot.id}/bids`)).body as {
      data: { supplierId: string; action: string }[];
    };
    expect(bids.data.find(({ supplierId }) => supplierId === bulog.partyId)?.action).toBe('standing');

    expect((await officer.post(`lots/${lot.id}/award/propose`)).status).toBe(204);
    expect((await chair.post(`lots/${lot.id}/award/approve`)).status).toBe(204);
    await signContracts(officer, [bulog, miller], lot.id);
    const drops = await until('every drop is planned', async () => {
      const { data } = (await officer.get(`drops?poolId=${poolId}`)).body as { data: { id: string }[] };
      const found = await Promise.all(
        data.map(async ({ id }) => (await officer.get(`drops/${id}`)).body as Drop),
      );
      const packs = found.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.shippedPacks, 0);
      return packs === 58 ? found : undefined;
    });
    await payOpenDues(river, poolId);
    await bringDrops(officer, [bulog, miller, ...koperasi], drops);
    await untilSettled(officer, poolId);
    for (const [index, person] of koperasi.entries()) {
      const { data } = (await person.get(`invoices?poolId=${poolId}`)).body as {
        data: { amountRp: number }[];
      };
      const paidRp = data.reduce((sum, { amountRp }) => sum + amountRp, 0);
      expect(paidRp).toBeGreaterThan(0);
      expect(paidRp).toBeLessThanOrEqual((asked[index] ?? 0) * 50 * (worst[index] ?? 0));
    }
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });

  it('answer nobody about a draft or a pool that is none, and keep few streams for one address', async () => {
    const officer = await signIn(river, 'organiser-officer');
    const draft = await officer.post('pools', {
      organiserId: officer.partyId,
      title: 'Putaran uji',
      regionCode: '35.71',
      closesAt: '2030-01-01T00:00:00Z',
      biddingPeriodS: 60,
      neededFrom: '2030-01-02',
      neededUntil: '2030-01-03',
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
    });
    const { id } = draft.body as { id: string };
    for (const path of [`pools/${id}/meter`, `pools/${id}/meter/stream`, `pools/${id}/offers`])
      expect((await anonymous(river).get(path)).status).toBe(404);

    const { poolId } = await anOpenPool(officer, { packs: ['GULA/XSA50'] });
    const url = `${river.baseUrl}/api/v1/pools/${poolId}/meter/stream`;
    const address = { 'X-Forwarded-For': '36.70.1.9' };
    const streams = await Promise.all(Array.from({ length: 100 }, () => listen<Meter>(url, address)));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const tooMany = await listen(url, address);
    expect(tooMany.status).toBe(429);
    tooMany.close();
    expect((await listen(url)).status).toBe(200);
    streams[0]?.close();
    const again = await until('there is room again', async () => {
      const stream = await listen<Meter>(url, address);
      return stream.status === 200 ? stream : undefined;
    });
    expect(again.status).toBe(200);
    for (const stream of [...streams, again]) stream.close();
  });
});

interface Drop {
  id: string;
  koperasiId: string;
  supplierId: string;
  lines: { lineId: string; shippedPacks: number }[];
}
