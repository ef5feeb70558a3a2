import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { paymentsOf, plantDue } from '../../../test/support/play-gateway.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import { PartyMoneyReader } from './party-money.reader.js';

describe('what others owe a party', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  it('tells transfers that wait to be judged apart, however many dues come before them', async () => {
    const stage = paymentsOf(database, new ScriptedGateway());
    const payerId = await plantParty(database.owner, 'koperasi');
    const payeeId = await plantParty(database.owner, 'organiser');
    const payer = await plantMember(database.owner, 'koperasi', payerId, 'treasurer');
    const payee = await plantMember(database.owner, 'organiser', payeeId, 'treasurer');
    const dueIds: string[] = [];
    for (let count = 0; count < 4; count += 1)
      dueIds.push(await plantDue(database, payerId, payeeId, 100_000));
    const [, , judged, waiting] = dueIds as [string, string, string, string];
    const claim = (dueId: string) =>
      as(payer, () => stage.transfers.claim(payer, dueId, { amountRp: 10_000, paidOn: '2026-11-20' }));
    await claim(waiting);
    const { id } = await claim(judged);
    await as(payee, () => stage.transfers.refuse(payee, judged, id, 'belum masuk'));

    const listed = (query: { claimed?: boolean; limit?: number }) =>
      as(payee, async () => {
        const { data } = await new PartyMoneyReader().receivables(database.bareDb, payeeId, query);
        return data.map(({ dueId }) => dueId);
      });
    expect(await listed({ claimed: true, limit: 1 })).toEqual([waiting]);
    expect((await listed({})).sort()).toEqual([...dueIds].sort());
  });
});
