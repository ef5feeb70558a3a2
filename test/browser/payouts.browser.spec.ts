import { randomUUID } from 'node:crypto';
import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { raiseDue } from '../../src/modules/payment/index.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { withoutTrigger } from '../support/without-trigger.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

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
    { size: 'phone', language: 'id', amountRp: 700_000 },
    { size: 'desktop', language: 'en', amountRp: 450_000 },
  ] as const)(
    'is proposed by one, approved by another, and said to have arrived by who gets it ($language, $size)',
    async ({ size, language, amountRp }) => {
      await owe(amountRp);
      const treasurer = await visits.arrive({ size, language });
      const { say } = treasurer;
      const approve = { name: say('Setujui'), exact: true };
      const sent = { name: say('Sudah saya transfer') };
      await treasurer.arriveSignedIn('organiser-treasurer');
      await treasurer.go('/utang');
      await treasurer.page.locator('main details.group summary').first().click();
      await treasurer.page.locator('main details.group .pick-label').first().click();
      await treasurer.page
        .getByLabel(say('Alasan, dibaca oleh yang menyetujui'))
        .fill('tagihan pemasok jatuh tempo');
      expect(await faultsOf(treasurer)).toEqual([]);
      await treasurer.page
        .getByRole('button', { name: say`Usulkan bayar ${`Rp${amountRp / 1000}.000`}` })
        .click();
      await treasurer.page.waitForURL('**/utang/*');
      await treasurer.page.getByText(say('Menunggu orang kedua')).first().waitFor();
      // Nobody approves what they proposed.
      expect(await treasurer.page.getByRole('button', approve).count()).toBe(0);
      const path = new URL(treasurer.page.url()).pathname;

      const chair = await visits.arrive({ size, language });
      await chair.arriveSignedIn('organiser-chair');
      await chair.go(path);
      await chair.page.getByText(say('Menunggu keputusan Anda')).first().waitFor();
      expect(await faultsOf(chair)).toEqual([]);
      await chair.page.getByRole('button', approve).click();

      // The first person's screen says so by itself.
      await treasurer.page.getByRole('button', sent).click();
      await treasurer.page.getByRole('button', sent).waitFor({ state: 'detached' });

      const payee = await visits.arrive({ size, language });
      await payee.arriveSignedIn('supplier-1');
      await payee.go(path);
      await payee.page.getByRole('button', { name: say('Uangnya sudah sampai') }).click();
      await payee.page.getByText(say('Sudah sampai'), { exact: true }).first().waitFor();
      expect(await one(`SELECT state AS found FROM payout WHERE id = '${path.split('/').pop() ?? ''}'`)).toBe(
        'paid',
      );
    },
  );

  it.each([
    { size: 'phone', language: 'id', amountRp: 310_000 },
    { size: 'desktop', language: 'en', amountRp: 320_000 },
  ] as const)(
    'that the gateway was asked for and nobody can say of whether it was made is found out by a person ($language, $size)',
    async ({ size, language, amountRp }) => {
      const dueId = await owe(amountRp);
      const proposed = await payer.post(`parties/${payer.partyId}/payouts`, {
        ...{ dueIds: [dueId], method: 'transfer', reason: 'jatuh tempo' },
      });
      expect(proposed.status).toBe(201);
      const { id: payoutId } = proposed.body as { id: string };
      const chair = await signIn(river, 'organiser-chair');
      const decisionId = await one(`SELECT decision_id AS found FROM payout WHERE id = '${payoutId}'`);
      await chair.post(`parties/${payer.partyId}/decisions/${decisionId ?? ''}/approve`);
      await until('two people have agreed', () =>
        one(`SELECT id AS found FROM payout WHERE id = '${payoutId}' AND state = 'approved'`),
      );
      // As the worker leaves one whose keys were taken back before it answered.
      const { owner } = river.database;
      await withoutTrigger(owner, 'payout', 'payout_of_two', () =>
        owner.query(
          `UPDATE payout SET method = 'iris', state = 'sent', sent_at = clock_timestamp(), version = version + 1 WHERE id = $1`,
          [payoutId],
        ),
      );
      await owner.query(
        `INSERT INTO payout_call (payout_id, payer_id, answer, account_version) VALUES ($1, $2, 'given-up', 1)`,
        [payoutId, payer.partyId],
      );
      const treasurer = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, say } = treasurer;
      await arriveSignedIn('organiser-treasurer');
      await go(`/utang/${payoutId}`);
      await page.getByText(say('Gerbang bayar tidak memberi kepastian')).waitFor();
      await page.getByRole('link', { name: say('Ke mutasi bank') }).waitFor();
      await page.getByText(say('Transfer gagal')).first().click();
      await page.getByLabel(say('Mengapa gagal')).fill('Tak ada di mutasi.');
      expect(await faultsOf(treasurer)).toEqual([]);
      await page.getByRole('button', { name: say('Transfer gagal') }).click();
      await page.locator('.badge', { hasText: say('Gagal') }).waitFor();
      expect(await one(`SELECT state AS found FROM payout WHERE id = '${payoutId}'`)).toBe('failed');
      // What it was for is owed again.
      const { rows } = await river.database.owner.query('SELECT state FROM due WHERE id = $1', [dueId]);
      expect(rows).toEqual([{ state: 'open' }]);
    },
  );
});
