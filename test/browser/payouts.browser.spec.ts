import { randomUUID } from 'node:crypto';
import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { raiseDue } from '../../src/modules/payment/index.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
import { signIn, startRiver, type Person, type River } from '../support/river.js';

/** Money that leaves: one person proposes, another approves, the payee says that it is there. */
describe('a payout', () => {
  let river: River;
  let visits: Visits;
  let payer: Person;
  let supplier: Person;

  beforeAll(async () => {
    river = await startRiver({ settings: { ACCOUNT_COOLING_OFF_H: '0' } });
    [payer, supplier] = await Promise.all([
      signIn(river, 'organiser-treasurer'),
      signIn(river, 'supplier-1'),
    ]);
    // A second person for the supplier, so that its account can be registered.
    await river.database.owner.query(
      `INSERT INTO membership (person_id, party_id, role) SELECT id, $1, 'chair' FROM person WHERE login = 'supplier-2'`,
      [supplier.partyId],
    );
    const second = await signIn(river, 'supplier-2');
    const path = `parties/${supplier.partyId}`;
    const account = { bankCode: '002', accountNumber: '5550012345', holderName: 'Demo' };
    const proposed = await supplier.post(`${path}/bank-accounts`, account);
    if (proposed.status !== 201) throw new Error(proposed.text);
    const { data } = (await supplier.get(`${path}/decisions`)).body as {
      data: { id: string; state: string }[];
    };
    const decision = data.find(({ state }) => state === 'proposed');
    const approved = await second.post(`${path}/decisions/${decision?.id ?? ''}/approve`);
    if (approved.status !== 200) throw new Error(approved.text);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const owe = (amountRp: number): Promise<string> =>
    river.database.workerDb.transaction(async (tx) => {
      const subjectId = randomUUID();
      await postJournal(tx, {
        ...{ businessKey: `browser:${subjectId}`, kind: 'browser' },
        postings: [
          ...[debit(supplier.partyId, 'receivable', amountRp), credit(supplier.partyId, 'freight', amountRp)],
          ...[debit(payer.partyId, 'freight', amountRp), credit(payer.partyId, 'payable', amountRp)],
        ],
      });
      return raiseDue(tx, {
        ...{ kind: 'supplier-bill' as const, subjectId, poolId: null, amountRp, dueAt: null },
        ...{ payerId: payer.partyId, payeeId: supplier.partyId },
      });
    });

  const one = async (query: string): Promise<string | undefined> =>
    (await river.database.owner.query<{ found: string }>(query)).rows[0]?.found;

  it.each([
    {
      ...{ size: 'phone' as const, language: 'id' as const, amountRp: 700_000 },
      ...{
        why: /^Alasan/,
        propose: 'Usulkan bayar',
        waits: 'Menunggu orang kedua',
        yours: 'Menunggu keputusan Anda',
      },
      ...{
        approve: 'Setujui',
        sent: 'Sudah saya transfer',
        arrived: 'Uangnya sudah sampai',
        paid: 'Sudah sampai',
      },
    },
    {
      ...{ size: 'desktop' as const, language: 'en' as const, amountRp: 450_000 },
      ...{
        why: /^(?:Why|Reason)/,
        propose: 'Propose',
        waits: 'Waits for a second person',
        yours: 'Waits for your decision',
      },
      ...{
        approve: 'Approve',
        sent: 'I have transferred it',
        arrived: 'The money has arrived',
        paid: 'Arrived',
      },
    },
  ] as const)(
    'is proposed by one, approved by another, and said to have arrived by who gets it ($language, $size)',
    async ({ size, language, amountRp, why, propose, waits, yours, approve, sent, arrived, paid }) => {
      await owe(amountRp);
      const treasurer = await visits.arrive({ size, language });
      await treasurer.arriveSignedIn('organiser-treasurer');
      await treasurer.go('/utang');
      await treasurer.page.locator('main details.group summary').first().click();
      await treasurer.page.locator('main details.group .pick-label').first().click();
      await treasurer.page.getByLabel(why).fill('tagihan pemasok jatuh tempo');
      expect(await axeFindsInBothThemes(treasurer.page)).toEqual([]);
      await treasurer.page.getByRole('button', { name: propose }).click();
      await treasurer.page.waitForURL('**/utang/*');
      await treasurer.page.getByText(waits).first().waitFor();
      // Nobody approves what they proposed.
      expect(await treasurer.page.getByRole('button', { name: approve, exact: true }).count()).toBe(0);
      const path = new URL(treasurer.page.url()).pathname;

      const chair = await visits.arrive({ size, language });
      await chair.arriveSignedIn('organiser-chair');
      await chair.go(path);
      await chair.page.getByText(yours).first().waitFor();
      expect(await axeFindsInBothThemes(chair.page)).toEqual([]);
      expect(await overflowOf(chair.page)).toEqual([]);
      await chair.page.getByRole('button', { name: approve, exact: true }).click();

      // The first person's screen says so by itself.
      await treasurer.page.getByRole('button', { name: sent }).click();
      await treasurer.page.getByRole('button', { name: sent }).waitFor({ state: 'detached' });

      const payee = await visits.arrive({ size, language });
      await payee.arriveSignedIn('supplier-1');
      await payee.go(path);
      await payee.page.getByRole('button', { name: arrived }).click();
      await payee.page.getByText(paid, { exact: true }).first().waitFor();
      expect(await one(`SELECT state AS found FROM payout WHERE id = '${path.split('/').pop() ?? ''}'`)).toBe(
        'paid',
      );
    },
  );
});
