import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { credit, debit } from '../../src/core/ledger/post-journal.js';
import type { DueKind } from '../../src/core/payment/dues.js';
import { transferReference } from '../../src/core/payment/transfer-reference.js';
import { startLocalGateway, type LocalGateway } from '../../src/local-gateway/index.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { coverDue, raiseDue } from '../../src/modules/payment/index.js';
import { codeOf, rows } from '../support/read-answers.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

const fixture = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, '../fixtures/bank', name), 'utf8');

interface Payout {
  readonly id: string;
  readonly state: string;
  readonly decisionId: string;
  readonly reference: string;
  readonly amountRp: number;
  readonly overRp: number | null;
  readonly reason: string | null;
}
interface Line {
  readonly id: string;
  readonly amountRp: number;
  readonly state: string;
  readonly resolvedAs: string | null;
  readonly resolvedId: string | null;
  readonly version: number;
  readonly suggestions: { kind: string; id: string }[];
}

describe('money that leaves and money that comes', () => {
  let river: River;
  let officer: Person;
  let treasurer: Person;
  let chair: Person;
  let supplier: Person;
  let koperasi: Person;

  beforeAll(async () => {
    river = await startRiver({ settings: { ACCOUNT_COOLING_OFF_H: '0' } });
    const { owner } = river.database;
    const [first] = (
      await owner.query<{ login: string }>(
        `SELECT login FROM person WHERE login LIKE 'kop-%' ORDER BY login LIMIT 1`,
      )
    ).rows;
    [officer, treasurer, chair, supplier, koperasi] = (await Promise.all(
      ['organiser-officer', 'organiser-treasurer', 'organiser-chair', 'supplier-1', first?.login ?? ''].map(
        (login) => signIn(river, login),
      ),
    )) as [Person, Person, Person, Person, Person];
  });
  afterAll(() => river.stop());

  /** Says as the worker does that one owes the other, with the journal that goes with it. */
  const owe = (
    payer: Person,
    payee: Person,
    amountRp: number,
    kind: DueKind = 'supplier-bill',
  ): Promise<string> =>
    river.database.workerDb.transaction(async (tx) => {
      const subjectId = randomUUID();
      await postJournal(tx, {
        businessKey: `story:${subjectId}`,
        kind: 'story',
        postings: [
          ...[debit(payee.partyId, 'receivable', amountRp), credit(payee.partyId, 'freight', amountRp)],
          ...[debit(payer.partyId, 'freight', amountRp), credit(payer.partyId, 'payable', amountRp)],
        ],
      });
      return raiseDue(tx, {
        ...{ kind, subjectId, poolId: null, amountRp, dueAt: null },
        ...{ payerId: payer.partyId, payeeId: payee.partyId },
      });
    });

  const account = async (proposer: Person, approver: Person, accountNumber: string): Promise<void> => {
    const path = `parties/${proposer.partyId}`;
    const body = { bankCode: '002', accountNumber, holderName: 'Demo' };
    const proposed = await proposer.post(`${path}/bank-accounts`, body);
    if (proposed.status !== 201) throw new Error(proposed.text);
    const [decision] = (await rows<{ id: string; state: string }>(proposer, `${path}/decisions`)).filter(
      ({ state }) => state === 'proposed',
    );
    const approved = await approver.post(`${path}/decisions/${decision?.id ?? ''}/approve`);
    if (approved.status !== 200) throw new Error(approved.text);
  };

  /** A second person for a party that has one. */
  const lend = async (login: string, partyId: string): Promise<Person> => {
    await river.database.owner.query(
      `INSERT INTO membership (person_id, party_id, role) SELECT id, $2, 'chair' FROM person WHERE login = $1`,
      [login, partyId],
    );
    return signIn(river, login);
  };

  const propose = (by: Person, dueIds: string[]): Promise<Response> =>
    by.post(`parties/${by.partyId}/payouts`, { dueIds, reason: 'tagihan pemasok jatuh tempo' });

  const approved = async (payoutId: string): Promise<Payout> => {
    const path = `parties/${chair.partyId}`;
    const { decisionId } = (await chair.get(`${path}/payouts/${payoutId}`)).body as Payout;
    expect((await chair.post(`${path}/decisions/${decisionId}/approve`)).status).toBe(200);
    return until('the payout is approved', async () => {
      const payout = (await chair.get(`${path}/payouts/${payoutId}`)).body as Payout;
      return payout.state === 'approved' ? payout : undefined;
    });
  };

  const imports = (by: Person, text: string): Promise<Response> =>
    Promise.resolve(
      request(river.baseUrl)
        .post(`/api/v1/parties/${by.partyId}/bank-statements`)
        .set('Authorization', `Bearer ${by.token}`)
        .set('Content-Type', 'text/csv')
        .send(text),
    );

  const lines = (by: Person, state?: string): Promise<Line[]> =>
    rows(by, `parties/${by.partyId}/bank-lines${state === undefined ? '' : `?state=${state}`}`);

  const balance = async (party: Person, purpose: string): Promise<number> => {
    const { rows: found } = await river.database.owner.query<{ rp: string | null }>(
      `SELECT sum(amount_rp) AS rp FROM posting JOIN account ON account.id = account_id WHERE party_id = $1 AND purpose = $2`,
      [party.partyId, purpose],
    );
    return Number(found[0]?.rp ?? 0);
  };

  const bni = (...movements: string[]): string =>
    ['Post Date,Value Date,Branch,Journal No.,Description,Amount,Db/Cr,Balance', ...movements].join('\n');

  it('leaves by two people, to a registered account only, and each due once', async () => {
    const dueIds = [await owe(officer, supplier, 700_000), await owe(officer, supplier, 500_000)];
    expect(codeOf(await propose(officer, dueIds))).toBe('PAYEE_WITHOUT_ACCOUNT');
    await account(supplier, await lend('supplier-2', supplier.partyId), '5550012345');
    const foreign = await owe(officer, koperasi, 10);
    expect(codeOf(await propose(officer, [...dueIds, foreign]))).toBe('PAYOUT_SEVERAL_PAYEES');
    expect(codeOf(await propose(supplier, dueIds))).toBe('PAYOUT_DUE_NOT_YOURS');

    const proposals = await Promise.all([officer, treasurer, chair].map((by) => propose(by, dueIds)));
    expect(proposals.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const won = proposals.findIndex(({ status }) => status === 201);
    const proposer = [officer, treasurer, chair][won] ?? officer;
    const payout = proposals[won]?.body as Payout;
    expect(payout).toMatchObject({ state: 'proposed', amountRp: 1_200_000, payeeId: supplier.partyId });
    const path = `parties/${officer.partyId}`;
    const own = await proposer.post(`${path}/decisions/${payout.decisionId}/approve`);
    expect(['NOBODY_APPROVES_THEIR_OWN_PROPOSAL', 'ROLE_DOES_NOT_DECIDE']).toContain(codeOf(own));
    expect(codeOf(await treasurer.post(`${path}/payouts/${payout.id}/sent`))).toBe('PAYOUT_MOVED_ON');
    expect((await treasurer.get(`${path}/payouts/${payout.id}/instructions`)).status).toBe(404);
    expect((await supplier.get(`parties/${supplier.partyId}/payouts/${payout.id}`)).status).toBe(404);

    // Turned down, the dues are free for another.
    expect(
      (await chair.post(`${path}/decisions/${payout.decisionId}/refuse`, { reason: 'belum' })).status,
    ).toBe(200);
    const again = await until('the dues are free', async () => {
      const answer = await propose(treasurer, dueIds);
      return answer.status === 201 ? (answer.body as Payout) : undefined;
    });
    await approved(again.id);
    expect((await treasurer.get(`${path}/payouts/${again.id}/instructions`)).body).toEqual({
      ...{ bankCode: '002', accountNumber: '5550012345', holderName: 'Demo' },
      ...{ amountRp: 1_200_000, reference: transferReference(again.id) },
    });
    expect((await officer.get(`${path}/payouts/${again.id}/instructions`)).status).toBe(403);
    expect((await treasurer.post(`${path}/payouts/${again.id}/sent`)).status).toBe(204);
    const seen = `parties/${supplier.partyId}/payouts/${again.id}`;
    expect((await supplier.post(`${seen}/arrived`)).status).toBe(204);
    expect((await supplier.post(`${seen}/arrived`)).status).toBe(204);
    expect((await supplier.get(seen)).body).toMatchObject({ state: 'paid', overRp: 0 });
    expect(codeOf(await treasurer.post(`${path}/payouts/${again.id}/failed`, { reason: 'ditolak' }))).toBe(
      'PAYOUT_MOVED_ON',
    );
    expect([await balance(officer, 'bank'), await balance(supplier, 'bank')]).toEqual([
      -1_200_000, 1_200_000,
    ]);
    expect([await balance(officer, 'payable'), await balance(supplier, 'receivable')]).toEqual([-10, 0]);
    expect(codeOf(await propose(officer, dueIds))).toBe('PAYOUT_DUE_SETTLED');
  });

  it('is paid once the statement says so, whichever bank wrote it, and again changes nothing', async () => {
    await account(treasurer, chair, '5220012345');
    const due = await owe(koperasi, officer, 500_000, 'balance');
    const proposed = (await propose(treasurer, [await owe(officer, supplier, 1_200_000)])).body as Payout;
    await approved(proposed.id);
    const named = (text: string): string =>
      text
        .replace('SPK23456789AB', transferReference(due))
        .replace('SPK9876543210', transferReference(proposed.id));
    const before = await balance(officer, 'bank');
    const imported = await imports(treasurer, named(await fixture('bca.csv')));
    expect([imported.status, imported.body]).toMatchObject([201, { format: 'bca', lines: 3, newLines: 3 }]);
    expect((await balance(officer, 'bank')) - before).toBe(500_000 - 1_200_000);
    const path = `parties/${officer.partyId}/payouts/${proposed.id}`;
    expect(((await treasurer.get(path)).body as Payout).state).toBe('paid');
    const kept = (await lines(treasurer)).map(({ amountRp, state, resolvedAs }) => [
      amountRp,
      state,
      resolvedAs,
    ]);
    expect(kept).toHaveLength(3);
    expect(kept).toEqual(
      expect.arrayContaining([
        [500_000, 'resolved', 'due'],
        [-1_200_000, 'resolved', 'payout'],
        [1_234, 'open', null],
      ]),
    );
    expect((await imports(treasurer, named(await fixture('bca.csv')))).body).toEqual(imported.body);

    // The other banks' files are of other accounts, which they say themselves.
    for (const other of ['bri.csv', 'mandiri.csv'])
      expect(codeOf(await imports(treasurer, await fixture(other)))).toBe('STATEMENT_OF_ANOTHER_ACCOUNT');
    const overlapping = await imports(treasurer, named(await fixture('bni.csv')));
    expect(overlapping.body).toMatchObject({ format: 'bni', lines: 2, newLines: 2 });
    expect((await balance(officer, 'bank')) - before).toBe(500_000 - 1_200_000 + 500_000);
    const [late] = await lines(treasurer, 'suspense');
    expect(late).toMatchObject({ amountRp: 500_000, resolvedAs: null });
    expect(await balance(officer, 'suspense')).toBe(-500_000);

    // It was paid twice: it goes back to who sent it, again by two people.
    const resolve = (body: object, version: number): Promise<Response> =>
      Promise.resolve(
        request(river.baseUrl)
          .post(`/api/v1/parties/${officer.partyId}/suspense-tasks/${late?.id ?? ''}/resolve`)
          .set('Authorization', `Bearer ${treasurer.token}`)
          .set('If-Match', `"${version}"`)
          .set('Idempotency-Key', randomUUID())
          .send(body),
      );
    expect(codeOf(await resolve({ as: 'not-ours' }, late?.version ?? 0))).toBe('BANK_LINE_WRONG_SIGN');
    expect((await resolve({ as: 'money-back', id: koperasi.partyId }, 1)).status).toBe(412);
    expect((await resolve({ as: 'money-back', id: koperasi.partyId }, late?.version ?? 0)).status).toBe(204);
    expect(codeOf(await resolve({ as: 'money-back', id: koperasi.partyId }, (late?.version ?? 0) + 1))).toBe(
      'BANK_LINE_RESOLVED',
    );
    expect(await balance(officer, 'suspense')).toBe(0);
    const payables = await rows<{ kind: string; openRp: number; payeeId: string }>(
      treasurer,
      `parties/${officer.partyId}/payables`,
    );
    expect(payables).toContainEqual(
      expect.objectContaining({ kind: 'money-back', openRp: 500_000, payeeId: koperasi.partyId }),
    );
  });

  it('is left to a person where the statement does not tell enough', async () => {
    const due = await owe(koperasi, officer, 330_000, 'balance');
    const file = bni(
      '07/11/26,07/11/26,0259,910001,SETORAN TUNAI,"330,000.00",C,"630,000.00"',
      '08/11/26,08/11/26,0259,910002,PLN PASCABAYAR,"45,000.00",D,"585,000.00"',
    );
    expect((await imports(treasurer, file)).status).toBe(201);
    const open = await lines(treasurer, 'open');
    const [power, cash] = [-45_000, 330_000].map((rp) => open.find(({ amountRp }) => amountRp === rp));
    expect([power?.suggestions, cash?.suggestions]).toEqual([
      [],
      [{ kind: 'due', id: due, amountRp: 330_000, partyName: expect.stringMatching(/^KKMP /) }],
    ]);
    const resolve = (line: Line | undefined, body: object): Promise<Response> =>
      Promise.resolve(
        request(river.baseUrl)
          .post(`/api/v1/parties/${officer.partyId}/suspense-tasks/${line?.id ?? ''}/resolve`)
          .set('Authorization', `Bearer ${treasurer.token}`)
          .set('If-Match', `"${line?.version ?? 0}"`)
          .send(body),
      );
    expect(codeOf(await resolve(power, { as: 'due', id: due }))).toBe('BANK_LINE_WRONG_SIGN');
    expect(codeOf(await resolve(cash, { as: 'gateway', feeRp: 1 }))).toBe('GATEWAY_BALANCE_BELOW');
    expect(codeOf(await resolve(cash, { as: 'due' }))).toBe('RESOLVE_WITHOUT_ID');
    expect((await resolve(power, { as: 'not-ours' })).status).toBe(204);
    expect((await resolve(cash, { as: 'due', id: due })).status).toBe(204);
    expect((await lines(treasurer, 'open')).filter(({ amountRp }) => amountRp > 10_000)).toEqual([]);
    for (const hidden of ['bank-lines', 'bank-statements', 'payables'])
      expect((await koperasi.get(`parties/${officer.partyId}/${hidden}`)).status).toBe(403);
  });

  it('is booked once, whether its payee or its statement told first', async () => {
    const due = await owe(koperasi, officer, 1_000_000, 'balance');
    const transfers = `dues/${due}/transfers`;
    const claim = async (amountRp: number): Promise<string> => {
      const answer = await koperasi.post(transfers, { amountRp, paidOn: '2026-11-09' });
      if (answer.status !== 201) throw new Error(answer.text);
      return (answer.body as { id: string }).id;
    };
    const stated = async (by: Person, text: string, amountRp: number): Promise<Line | undefined> => {
      expect((await imports(by, text)).status).toBe(201);
      return (await lines(by)).find((line) => line.amountRp === amountRp);
    };
    const came = (serial: number, amount: string, text: string): string =>
      bni(`09/11/26,09/11/26,0259,${serial},${text} ${serial},"${amount}",C,"9,000,000.00"`);
    const { reference } = (await koperasi.get(`dues/${due}`)).body as { reference: string };
    expect(reference).toBe(transferReference(due));
    const before = await balance(officer, 'bank');

    // The treasurer's word first, then the statement: the line proves the transfer.
    const told = await claim(410_000);
    expect((await treasurer.post(`${transfers}/${told}/confirm`)).status).toBe(200);
    const proved = await stated(treasurer, came(920_001, '410,000.00', `TRF ${reference}`), 410_000);
    expect(proved).toMatchObject({ state: 'resolved', resolvedAs: 'transfer', resolvedId: told });
    expect((await balance(officer, 'bank')) - before).toBe(410_000);
    // Another payment of the same amount is another payment.
    await stated(treasurer, came(920_002, '410,000.00', `TRF ${reference}`), 410_000);
    expect((await balance(officer, 'bank')) - before).toBe(820_000);

    // The statement first: the claim that waited is answered by it.
    const waiting = await claim(120_000);
    const answered = await stated(treasurer, came(920_003, '120,000.00', `TRF ${reference}`), 120_000);
    expect(answered).toMatchObject({ state: 'resolved', resolvedAs: 'transfer', resolvedId: waiting });
    expect(codeOf(await treasurer.post(`${transfers}/${waiting}/confirm`))).toBe('TRANSFER_JUDGED');
    expect((await balance(officer, 'bank')) - before).toBe(940_000);
    expect((await koperasi.get(`dues/${due}`)).body).toMatchObject({ coveredRp: 940_000 });

    // Without its reference a person says which transfer it was, once.
    const unnamed = await claim(60_000);
    expect((await treasurer.post(`${transfers}/${unnamed}/confirm`)).status).toBe(200);
    const say = async (serial: number): Promise<Response> => {
      await stated(treasurer, came(serial, '60,000.00', 'SETORAN'), 60_000);
      const line = (await lines(treasurer, 'open')).find(({ amountRp }) => amountRp === 60_000);
      return request(river.baseUrl)
        .post(`/api/v1/parties/${officer.partyId}/suspense-tasks/${line?.id ?? ''}/resolve`)
        .set('Authorization', `Bearer ${treasurer.token}`)
        .set('If-Match', `"${line?.version ?? 0}"`)
        .send({ as: 'transfer', id: unnamed });
    };
    expect((await say(920_004)).status).toBe(204);
    expect(codeOf(await say(920_005))).toBe('BANK_LINE_PROVED_BEFORE');
    expect((await balance(officer, 'bank')) - before).toBe(1_000_000);
  });

  it('is proved by the payer’s and the payee’s own statements, and booked by neither again', async () => {
    const { id } = (await propose(treasurer, [await owe(officer, supplier, 777_000)])).body as Payout;
    await approved(id);
    expect((await supplier.post(`parties/${supplier.partyId}/payouts/${id}/arrived`)).status).toBe(204);
    const before = [await balance(officer, 'bank'), await balance(supplier, 'bank')];
    const moved = (serial: number, side: 'C' | 'D'): string =>
      bni(
        `10/11/26,10/11/26,0259,${serial},TRF ${transferReference(id)},"777,000.00",${side},"9,000,000.00"`,
      );
    expect((await imports(supplier, moved(930_001, 'C'))).status).toBe(201);
    expect((await imports(treasurer, moved(930_002, 'D'))).status).toBe(201);
    for (const [by, amountRp] of [
      [supplier, 777_000],
      [treasurer, -777_000],
    ] as const)
      expect((await lines(by)).find((line) => line.amountRp === amountRp)).toMatchObject({
        ...{ state: 'resolved', resolvedAs: 'payout', resolvedId: id },
      });
    expect([await balance(officer, 'bank'), await balance(supplier, 'bank')]).toEqual(before);

    // A payout that nobody has said anything of yet: the payee's statement is the first to tell.
    const next = (await propose(treasurer, [await owe(officer, supplier, 66_000)])).body as Payout;
    await approved(next.id);
    const file = moved(930_003, 'C').replaceAll('777,000.00', '66,000.00');
    expect(
      (await imports(supplier, file.replace(transferReference(id), transferReference(next.id)))).status,
    ).toBe(201);
    expect((await supplier.get(`parties/${supplier.partyId}/payouts/${next.id}`)).body).toMatchObject({
      state: 'paid',
    });
    expect((await balance(supplier, 'bank')) - (before[1] ?? 0)).toBe(66_000);
  });

  it('refuses a file that was cut, changed or is of no bank, and keeps nothing of it', async () => {
    const before = (await lines(treasurer)).length;
    const cut = (await fixture('bca.csv')).replace(/^'06.*\n/m, '');
    expect(codeOf(await imports(treasurer, cut))).toBe('STATEMENT_DOES_NOT_ADD_UP');
    expect(codeOf(await imports(treasurer, 'a,b\n1,2\n'))).toBe('STATEMENT_FORMAT_UNKNOWN');
    expect(codeOf(await imports(treasurer, '\u0000\u0001'))).toBe('STATEMENT_FORMAT_UNKNOWN');
    expect(codeOf(await imports(treasurer, 'x'.repeat(11_000_000)))).toBe('STATEMENT_TOO_LARGE');
    expect(await lines(treasurer)).toHaveLength(before);
  });

  it('owes back what was paid although something else had covered it', async () => {
    const due = await owe(officer, supplier, 90_000);
    const { id } = (await propose(treasurer, [due])).body as Payout;
    await approved(id);
    await river.database.workerDb.transaction((tx) =>
      coverDue(tx, {
        ...{ dueId: due, kind: 'credit-note', amountRp: 30_000, sourceId: randomUUID(), journalId: null },
        ...{ paidAt: new Date(), firmAt: new Date() },
      }),
    );
    expect((await supplier.post(`parties/${supplier.partyId}/payouts/${id}/arrived`)).status).toBe(204);
    expect((await supplier.get(`parties/${supplier.partyId}/payouts/${id}`)).body).toMatchObject({
      ...{ state: 'paid', overRp: 30_000 },
    });
    expect(await rows(supplier, `parties/${supplier.partyId}/payables`)).toMatchObject([
      { kind: 'money-back', openRp: 30_000, payeeId: officer.partyId },
    ]);
  });
});

describe('money that leaves by the gateway', () => {
  let gateway: LocalGateway;
  let river: River;
  let treasurer: Person;
  let chair: Person;
  let supplier: Person;

  beforeAll(async () => {
    gateway = await startLocalGateway();
    river = await startRiver({
      settings: { ...gateway.settings, ACCOUNT_COOLING_OFF_H: '0', MIDTRANS_TIMEOUT_MS: '1000' },
    });
    [treasurer, chair, supplier] = (await Promise.all(
      ['organiser-treasurer', 'organiser-chair', 'supplier-1'].map((login) => signIn(river, login)),
    )) as [Person, Person, Person];
    await river.database.owner.query(
      `INSERT INTO membership (person_id, party_id, role) SELECT id, $1, 'chair' FROM person WHERE login = 'supplier-2'`,
      [supplier.partyId],
    );
    const second = await signIn(river, 'supplier-2');
    const path = `parties/${supplier.partyId}`;
    await supplier.post(`${path}/bank-accounts`, {
      bankCode: '014',
      accountNumber: '5550012345',
      holderName: 'Demo',
    });
    const [decision] = await rows<{ id: string }>(supplier, `${path}/decisions`);
    expect((await second.post(`${path}/decisions/${decision?.id ?? ''}/approve`)).status).toBe(200);
  });
  afterAll(async () => {
    await river.stop();
    await gateway.stop();
  });

  const approvedPayout = async (amountRp: number): Promise<string> => {
    const dueId = await river.database.workerDb.transaction(async (tx) => {
      const subjectId = randomUUID();
      await postJournal(tx, {
        ...{ businessKey: `story:${subjectId}`, kind: 'story' },
        postings: [
          ...[debit(supplier.partyId, 'receivable', amountRp), credit(supplier.partyId, 'freight', amountRp)],
          ...[debit(chair.partyId, 'freight', amountRp), credit(chair.partyId, 'payable', amountRp)],
        ],
      });
      return raiseDue(tx, {
        ...{ kind: 'supplier-bill', subjectId, poolId: null, amountRp, dueAt: null },
        ...{ payerId: chair.partyId, payeeId: supplier.partyId },
      });
    });
    const path = `parties/${chair.partyId}`;
    const proposed = await treasurer.post(`${path}/payouts`, {
      dueIds: [dueId],
      method: 'iris',
      reason: 'jatuh tempo',
    });
    if (proposed.status !== 201) throw new Error(proposed.text);
    const { id, decisionId } = proposed.body as Payout;
    expect((await chair.post(`${path}/decisions/${decisionId}/approve`)).status).toBe(200);
    return id;
  };

  const inState = (payoutId: string, state: string): Promise<Payout> =>
    until(`the payout is ${state}`, async () => {
      const payout = (await chair.get(`parties/${chair.partyId}/payouts/${payoutId}`)).body as Payout;
      return payout.state === state ? payout : undefined;
    });
  const atGateway = (amountRp: number) => gateway.payouts().filter((payout) => payout.amountRp === amountRp);

  it('is sent once, though the first answer is lost, followed to its end, and opens again when the bank sends it back', async () => {
    const path = `parties/${chair.partyId}/payout-account`;
    const {
      irisMakerKey: makerKey,
      irisApproverKey: approverKey,
      irisMerchantKey: merchantKey,
    } = gateway.keys;
    expect((await treasurer.put(path, { makerKey, approverKey, merchantKey })).status).toBe(403);
    await expect(approvedPayout(11_000)).rejects.toThrow('IRIS_NOT_SET_UP');
    expect((await chair.put(path, { makerKey, approverKey, merchantKey })).status).toBe(204);
    expect((await treasurer.get(path)).body).toMatchObject({ isSetUp: true, version: 1 });
    expect((await chair.put(path, { makerKey, approverKey, merchantKey })).status).toBe(428);

    gateway.fault({ kind: 'timeout-after-success', on: 'payout' });
    const id = await approvedPayout(250_000);
    await inState(id, 'sent');
    const referenceNo = await until('it is approved at the gateway', async () => {
      const [payout] = atGateway(250_000);
      return payout?.status === 'approved' ? payout.referenceNo : undefined;
    });
    expect(atGateway(250_000)).toHaveLength(1);
    const own = `parties/${chair.partyId}/payouts/${id}`;
    expect(codeOf(await supplier.post(`parties/${supplier.partyId}/payouts/${id}/arrived`))).toBe(
      'PAYOUT_BY_GATEWAY',
    );
    expect(codeOf(await treasurer.post(`${own}/failed`, { reason: 'coba' }))).toBe('PAYOUT_BY_GATEWAY');
    gateway.movePayout(referenceNo, 'completed');
    await inState(id, 'paid');

    // It would be asked again tomorrow; now the gateway says that there is something to hear. A forger says so in vain.
    const hearing = `${river.baseUrl}/api/v1/gateway/payout-notifications`;
    const said = JSON.stringify({ reference_no: referenceNo, status: 'failed' });
    const forged = await fetch(hearing, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'iris-signature': 'ab'.repeat(64) },
      body: said,
    });
    expect(forged.status).toBe(200);
    const admin = await signIn(river, 'admin');
    const metrics = await fetch(`${river.baseUrl}/metrics`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    expect(await metrics.text()).toContain('sepikul_payout_notifications{state="forged"} 1');
    gateway.notifyPayoutsTo(hearing);
    gateway.movePayout(referenceNo, 'failed', 'Rekening ditutup');
    expect(await inState(id, 'returned')).toMatchObject({ reason: 'Rekening ditutup' });
    expect(await rows(treasurer, `parties/${chair.partyId}/payables`)).toContainEqual(
      expect.objectContaining({ openRp: 250_000, payoutId: null }),
    );
    const heard = await river.database.owner.query<{ isSigned: boolean }>(
      'SELECT is_signed AS "isSigned" FROM payout_notification ORDER BY heard_at',
    );
    expect(heard.rows.slice(0, 2)).toEqual([{ isSigned: false }, { isSigned: true }]);
  });

  it('fails by name when the gateway refuses it, and what it was for is due again', async () => {
    const id = await approvedPayout(300_000);
    const referenceNo = await until('it is approved at the gateway', async () => {
      const [payout] = atGateway(300_000);
      return payout?.status === 'approved' ? payout.referenceNo : undefined;
    });
    gateway.movePayout(referenceNo, 'failed', 'Nomor rekening salah');
    expect(await inState(id, 'failed')).toMatchObject({ reason: 'Nomor rekening salah' });
    for (const key of Object.values(gateway.keys).filter((value) => value.startsWith('IRIS')))
      expect(river.written.join('\n')).not.toContain(key);
  });
});
