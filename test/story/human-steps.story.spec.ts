import { bringDrops, untilSettled } from '../support/bring-drops.js';
import { anOpenPool, koperasiLogins, signContracts } from '../support/given.js';
import { endBidding, placeBid } from '../support/given-bids.js';
import { passTime } from '../support/pass-time.js';
import { payOpenDues } from '../support/pay.js';
import { codeOf, rows } from '../support/read-answers.js';
import { anonymous, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Step {
  lotId: string;
  attempt: number | null;
  step: string;
  endedAt: string | null;
  endedBy: string | null;
  byDefaultId: string;
  byDefaultEn: string;
}
interface Proposal {
  state: string;
  objectionsUntil: string | null;
  lines: { supplierId: string; packs: number; priceRpPerUnit: number }[];
  ownLosingBids: { supplierId: string; code: string; id: string; en: string }[];
}
interface Award {
  attempt: number;
  state: string;
  proposedBy: string | null;
  lines: { bidId: string; supplierId: string; packs: number }[];
  bidsOut: { supplierId: string; attempt: number; code: string; id: string; en: string }[];
}
interface Drop {
  id: string;
  supplierId: string;
  koperasiId: string;
  lines: { lineId: string; shippedPacks: number }[];
}

const kindsOf = async (person: Person): Promise<string[]> =>
  (await rows<{ kind: string }>(person, `parties/${person.partyId}/happenings`)).map(({ kind }) => kind);

describe('people who do not act', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver({ workers: 2 });
  });
  afterAll(() => river.stop());

  const open = async (officer: Person, lotId: string, step: string, attempt: number): Promise<Step> =>
    until(`the lot waits for its ${step}, attempt ${attempt}`, async () =>
      (await rows<Step>(officer, 'steps')).find(
        (each) => each.lotId === lotId && each.step === step && each.attempt === attempt,
      ),
    );

  /** The lot of a pool of one item, bid for by the first two suppliers; a third offers what they could not. */
  const bidFor = async (officer: Person, koperasi: readonly Person[], suppliers: readonly Person[]) => {
    const { poolId, itemIds } = await anOpenPool(officer, {
      packs: ['BERAS-MEDIUM/XSA50'],
      steps: { standstillS: 3600, contractDueS: 3600, proposal: { dueS: 3600 } },
    });
    for (const person of koperasi)
      await person.post(`pools/${poolId}/commitments`, {
        koperasiId: person.partyId,
        lines: [{ itemId: itemIds[0] ?? '', neededBy: '2026-12-01', quantityPacks: 30 }],
      });
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const lot = await until('the lot is formed', async () =>
      (await rows<{ id: string }>(officer, `pools/${poolId}/lots`)).at(0),
    );
    for (const [place, supplier] of suppliers.entries())
      await placeBid(supplier, lot.id, {
        capacityPacks: 40,
        minimumPacks: 0,
        leadTimeDays: 2,
        tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 + place * 100 }],
      });
    await endBidding(river, poolId);
    return { poolId, lotId: lot.id };
  };

  it('hold nothing up: the system proposes, an objection is answered, who does not sign is out, goods arrive', async () => {
    const [officer, chair, observer] = (await Promise.all(
      ['organiser-officer', 'organiser-chair', 'observer'].map((login) => signIn(river, login)),
    )) as [Person, Person, Person];
    const koperasi = await Promise.all((await koperasiLogins(river, 2)).map((login) => signIn(river, login)));
    const suppliers = await Promise.all(
      ['supplier-1', 'supplier-2', 'supplier-3'].map((login) => signIn(river, login)),
    );
    const [member] = koperasi as [Person, Person];
    const [first, second, third] = suppliers as [Person, Person, Person];
    const { poolId, lotId } = await bidFor(officer, koperasi, suppliers);
    const proposalFor = async (person: Person) => person.get(`lots/${lotId}/award/proposal`);
    expect((await rows<Step>(officer, `lots/${lotId}/steps`))[0]).toMatchObject({
      step: 'opening',
      byDefaultId: 'Sistem membuka semua penawaran pada batas waktunya.',
      byDefaultEn: 'The system opens all bids at their deadline.',
      dueAt: expect.any(String),
    });
    expect((await proposalFor(third)).status).toBe(404);
    const award = async (): Promise<Award> => (await officer.get(`lots/${lotId}/award`)).body as Award;

    // Nobody proposes: the desk shows what waits and what will happen, and then it happens.
    const proposal = await open(officer, lotId, 'proposal', 1);
    expect([proposal.byDefaultId, proposal.byDefaultEn]).not.toContain('');
    const now = encodeURIComponent(new Date().toISOString());
    expect(await rows<Step>(officer, `steps?due=${now}`)).toEqual([]);
    expect((await first.get('steps')).status).toBe(403);
    await passTime(river.database, lotId, 'default');
    await open(officer, lotId, 'objection', 1);
    expect(await award()).toMatchObject({ state: 'proposed', proposedBy: null, attempt: 1 });
    expect(await kindsOf(member)).toContain('standstill-begun');

    // A bidder sees what it may object to, and why it lost; neither the award as a whole nor another's bid or objection.
    const seen = (await proposalFor(third)).body as Proposal;
    expect(seen).toMatchObject({ state: 'proposed', objectionsUntil: expect.any(String) });
    expect(
      seen.lines.map(({ supplierId, packs, priceRpPerUnit }) => [supplierId, packs, priceRpPerUnit]),
    ).toEqual(
      expect.arrayContaining([
        [first.partyId, 40, 11_000],
        [second.partyId, 20, 11_100],
      ]),
    );
    expect(seen.ownLosingBids).toEqual([expect.objectContaining({ supplierId: third.partyId })]);
    expect(((await proposalFor(first)).body as Proposal).ownLosingBids).toEqual([]);
    expect((await third.get(`lots/${lotId}/award`)).status).toBe(404);
    expect(await rows<{ supplierId: string }>(third, `lots/${lotId}/bids`)).toHaveLength(1);
    expect((await (await signIn(river, 'supplier-4')).get(`lots/${lotId}/award/proposal`)).status).toBe(404);

    // A member objects; no approval before the window's end, nor before the answer.
    const objection = { partyId: member.partyId, reason: 'Mohon periksa mutu beras pemasok pertama.' };
    const path = `lots/${lotId}/award/objections`;
    const made = await member.post(path, objection);
    expect(made.status).toBe(201);
    expect((await member.post(path, objection)).body).toEqual(made.body);
    expect(codeOf(await member.post(path, { ...objection, partyId: third.partyId }))).toBe('NOT_ALLOWED');
    expect(await rows(member, path)).toHaveLength(1);
    expect(await rows(third, path)).toEqual([]);
    expect((await third.post(path, { partyId: third.partyId, reason: 'Mutu kami lebih baik.' })).status).toBe(
      201,
    );
    expect(await rows(third, path)).toEqual([expect.objectContaining({ partyId: third.partyId })]);
    expect(codeOf(await chair.post(`lots/${lotId}/award/approve`))).toBe('STANDSTILL_NOT_OVER_YET');
    await passTime(river.database, lotId, 'due');
    await open(officer, lotId, 'answer', 1);
    expect(codeOf(await chair.post(`lots/${lotId}/award/approve`))).toBe('OBJECTION_NOT_ANSWERED_YET');
    const { id } = made.body as { id: string };
    const answer = { answer: 'rejected', reason: 'Mutu sudah diperiksa.' };
    for (const { objectionId } of await rows<{ objectionId: string }>(third, path))
      expect((await chair.post(`${path}/${objectionId}/answer`, answer)).status).toBe(204);
    expect((await chair.post(`${path}/${id}/answer`, answer)).status).toBe(204);
    expect(codeOf(await chair.post(`${path}/${id}/answer`, answer))).toBe('OBJECTION_ALREADY_ANSWERED');
    expect(await kindsOf(member)).toContain('objection-rejected');

    // What the system proposed takes two people.
    expect((await chair.post(`lots/${lotId}/award/approve`)).status).toBe(204);
    expect(codeOf(await chair.post(`lots/${lotId}/award/approve`))).toBe('NOBODY_APPROVES_TWICE');
    expect((await officer.post(`lots/${lotId}/award/approve`)).status).toBe(204);

    // Forty of the sixty packs are signed for; the second supplier does not answer.
    expect((await award()).lines.map(({ supplierId }) => supplierId).sort()).toEqual(
      [first.partyId, second.partyId].sort(),
    );
    const sign = (supplier: Person) => supplier.post(`lots/${lotId}/contracts/${supplier.partyId}/sign`);
    expect(await rows(first, `lots/${lotId}/contracts`)).toHaveLength(1);
    expect((await sign(first)).status).toBe(204);
    expect((await sign(first)).status).toBe(204);
    expect(codeOf(await sign(third))).toBe('SUPPLIER_NOT_AWARDED');
    expect((await first.post(`lots/${lotId}/contracts/${second.partyId}/sign`)).status).toBe(403);
    expect((await anonymous(river).get(`lots/${lotId}/award`)).status).toBe(404);
    await passTime(river.database, lotId, 'default');

    // Its bid is out; the lot is awarded anew among the others, and all of it begins again.
    await open(officer, lotId, 'proposal', 2);
    const anew = await award();
    expect(anew.lines.map(({ supplierId }) => supplierId).sort()).toEqual(
      [first.partyId, third.partyId].sort(),
    );
    expect(anew.bidsOut).toEqual([
      expect.objectContaining({ supplierId: second.partyId, attempt: 1, code: 'NOT_SIGNED' }),
    ]);
    expect((await kindsOf(second)).slice(0, 2).sort()).toEqual(['award-replaced', 'bid-out']);
    expect((await officer.post(`lots/${lotId}/award/propose`)).status).toBe(204);
    await passTime(river.database, lotId, 'due');
    expect((await chair.post(`lots/${lotId}/award/approve`)).status).toBe(204);
    await signContracts(officer, suppliers, lotId);

    const drops = await until('every pack is on a drop', async () => {
      const listed = await rows<{ id: string }>(officer, `drops?poolId=${poolId}`);
      const found = await Promise.all(
        listed.map(async (drop) => (await officer.get(`drops/${drop.id}`)).body as Drop),
      );
      const packs = found.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.shippedPacks, 0);
      return packs === 60 ? found : undefined;
    });
    expect((await anonymous(river).get(`lots/${lotId}/award`)).status).toBe(200);
    await payOpenDues(river, poolId);
    await bringDrops(officer, [...suppliers, ...koperasi], drops);
    await untilSettled(officer, poolId);

    // Every step of both attempts is on record; what time ended, nobody ended.
    const steps = await rows<Step>(observer, `lots/${lotId}/steps`);
    const taken = (attempt: number | null): string[] =>
      steps.filter((each) => each.attempt === attempt).map(({ step }) => step);
    expect(taken(null)).toEqual(['opening']);
    expect(taken(1)).toEqual(['proposal', 'objection', 'answer', 'approval', 'contract']);
    // Where the chair is quicker than the worker, approval begins and ends with the window.
    expect(taken(2).filter((step) => step !== 'approval')).toEqual(['proposal', 'objection', 'contract']);
    expect(steps.every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(steps.find(({ step }) => step === 'proposal')?.endedBy).toBeNull();
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
