import { credit, debit, type Posting } from '../src/core/ledger/post-journal.js';
import { LedgerReader } from '../src/modules/ledger/ledger.reader.js';
import { postJournal } from '../src/modules/ledger/post-journal.js';
import { RollUpPostings } from '../src/modules/ledger/roll-up-postings.js';
import { writeAudit } from '../src/platform/audit/write-audit.js';
import { makeDataSource } from '../src/platform/db/data-source.js';
import { Db } from '../src/platform/db/db.js';
import { withinScope } from '../src/platform/db/scope.js';
import type { Tx } from '../src/platform/db/sql.js';
import { newId } from '../src/platform/new-id.js';
import { median, percentile, print } from './support/figures.js';
import { openBench } from './support/open-bench.js';
import { plantJournals, plantSums } from './support/plant-books.js';
import { plantWorld } from './support/plant.js';

/**
 * Journals on one hot account, the organiser's bank, by 8 writers, with all that the product does (audit row, walls,
 * checks, sums of days, the roller beside), against rows written raw into tables of the same shape and size without
 * walls, checks or keys to others: all that it writes, and the journal with its postings alone; in turns. And
 * balances at any date. `npm run bench -- ledger [JOURNALS]`
 */
const JOURNALS = Number(process.argv[2] ?? 1_000_000);
const KOPERASI = 1_000;
const WRITERS = 8;
const ROUNDS = 15;
const ROUND_MS = 1_500;
const LOOKS = 400;

const bench = await openBench();
const { organiserId, koperasiIds } = await plantWorld(bench.owner, KOPERASI, 1);
let started = performance.now();
await plantJournals(bench.owner, organiserId, koperasiIds, JOURNALS);
await plantSums(bench.owner);
print(`ledger: ${JOURNALS} journals planted in ${((performance.now() - started) / 1000).toFixed(0)} s`);

const connect = async (url: string): Promise<{ db: Db; close(): Promise<void> }> => {
  const dataSource = makeDataSource({ url, poolSize: WRITERS + 2, applicationName: 'bench' });
  await dataSource.initialize();
  return { db: new Db(dataSource), close: () => dataSource.destroy() };
};
const worker = await connect(bench.database.urls.worker);
const app = await connect(bench.database.urls.app);

let turn = 0;
const nextPostings = (): Posting[] => {
  turn += 1;
  const koperasiId = koperasiIds[turn % KOPERASI] ?? '';
  return [
    debit(koperasiId, 'payable', turn),
    credit(koperasiId, 'bank', turn),
    debit(organiserId, 'bank', turn),
    credit(organiserId, 'receivable', turn),
  ];
};

const post = async (tx: Tx): Promise<void> => {
  const id = newId();
  const journalId = await postJournal(tx, {
    businessKey: `bench:${id}`,
    kind: 'bench',
    postings: nextPostings(),
  });
  await writeAudit(tx, { actorId: null, action: 'benched', subjectType: 'journal', subjectId: journalId });
};

const accounts = new Map<string, string>();
for (const row of (
  await bench.owner.query<{ id: string; party_id: string; purpose: string }>('SELECT * FROM account')
).rows)
  accounts.set(`${row.party_id} ${row.purpose}`, row.id);

/** The same rows, whose accounts are known already. */
const linesOf = (postings: readonly Posting[]): [string[], number[]] => [
  postings.map(({ partyId, purpose }) => accounts.get(`${partyId} ${purpose}`) ?? ''),
  postings.map(({ amountRp }) => amountRp),
];
const rawTransaction = async (tx: Tx): Promise<void> => {
  const id = newId();
  await tx.change(`INSERT INTO raw_journal (id, business_key, kind) VALUES ($1, $2, 'bench')`, [
    id,
    `bench:${id}`,
  ]);
  await tx.change(
    `INSERT INTO raw_posting SELECT $1, line_no, account_id, amount_rp
     FROM unnest($2::uuid[], $3::bigint[]) WITH ORDINALITY AS line (account_id, amount_rp, line_no)`,
    [id, ...linesOf(nextPostings())],
  );
};
/** All rows that posting writes: its sums for the day and its audit row with them. */
const rawWhole = async (tx: Tx): Promise<void> => {
  const id = newId();
  await tx.change(
    `WITH entry AS (INSERT INTO raw_journal (id, business_key, kind) VALUES ($1, $2, 'bench')), line AS (
       SELECT * FROM unnest($3::uuid[], $4::bigint[]) WITH ORDINALITY AS line (account_id, amount_rp, line_no)
     ), tail AS (
       INSERT INTO raw_posting_tail (account_id, day, amount_rp) SELECT account_id, current_date, amount_rp FROM line
     )
     INSERT INTO raw_posting SELECT $1, line_no, account_id, amount_rp FROM line`,
    [id, `bench:${id}`, ...linesOf(nextPostings())],
  );
  await tx.change(
    `INSERT INTO raw_audit_event (actor_id, action, subject_type, subject_id, data) VALUES (NULL, 'benched', 'journal', $1, '{}')`,
    [id],
  );
};
const rawStatement = async (): Promise<void> => {
  const id = newId();
  await worker.db.change(
    `WITH entry AS (INSERT INTO raw_journal (id, business_key, kind) VALUES ($1, $2, 'bench'))
     INSERT INTO raw_posting SELECT $1, line_no, account_id, amount_rp
     FROM unnest($3::uuid[], $4::bigint[]) WITH ORDINALITY AS line (account_id, amount_rp, line_no)`,
    [id, `bench:${id}`, ...linesOf(nextPostings())],
  );
};

const round = (write: () => Promise<void>): Promise<number> =>
  withinScope({ purpose: 'bench' }, async () => {
    const begun = performance.now();
    let written = 0;
    const writer = async (): Promise<void> => {
      while (performance.now() - begun < ROUND_MS) {
        await write();
        written += 1;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    return (written * 1000) / (performance.now() - begun);
  });

/** As a worker does it: twice a second, and again at once while there is more. */
const beside = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const over = new AbortController();
  const roller = new RollUpPostings(worker.db);
  const rolling = (async (): Promise<void> => {
    while (!over.signal.aborted)
      if ((await roller.run()) === 0) await new Promise((resolve) => void setTimeout(resolve, 500));
  })();
  const result = await work();
  over.abort();
  await rolling;
  return result;
};

const look = async (count: number): Promise<number[]> => {
  const reader = new LedgerReader();
  const principal = {
    personId: newId(),
    memberships: [{ partyId: organiserId, kind: 'organiser' as const, roles: ['treasurer' as const] }],
  };
  return withinScope({ principal }, async () => {
    const took: number[] = [];
    for (let number = 0; number < count; number += 1) {
      const on = new Date(Date.now() - (number % 1_000) * 86_400_000).toISOString().slice(0, 10);
      const begun = performance.now();
      const rows = await reader.balancesOf(app.db, organiserId, on);
      took.push(performance.now() - begun);
      if (rows.length !== 2) throw new Error(`the organiser has ${rows.length} accounts on ${on}`);
    }
    return took;
  });
};

const writers: Readonly<Record<'posted' | 'whole' | 'transaction' | 'statement', () => Promise<void>>> = {
  posted: () => worker.db.transaction(post),
  whole: () => worker.db.transaction(rawWhole),
  transaction: () => worker.db.transaction(rawTransaction),
  statement: rawStatement,
};
for (const write of Object.values(writers)) await round(write);
const rates = {
  posted: [] as number[],
  whole: [] as number[],
  transaction: [] as number[],
  statement: [] as number[],
};
for (let count = 0; count < ROUNDS; count += 1) {
  rates.transaction.push(await round(writers.transaction));
  rates.posted.push(await beside(() => round(writers.posted)));
  rates.whole.push(await round(writers.whole));
  rates.statement.push(await round(writers.statement));
}
const against = (reference: readonly number[]): string => {
  const ratios = rates.posted.map((rate, place) => rate / (reference[place] ?? NaN));
  return `${median(ratios).toFixed(2)} (rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`;
};
print(
  `ledger, ${WRITERS} writers on one hot account: ${median(rates.posted).toFixed(0)} journals/s\n` +
    `  of the raw rate of all rows it writes, in a transaction of two statements (${median(rates.whole).toFixed(0)}/s): ${against(rates.whole)}\n` +
    `  of the raw rate of journal and postings alone, the same (${median(rates.transaction).toFixed(0)}/s): ${against(rates.transaction)}\n` +
    `  of the raw rate of journal and postings alone, one statement (${median(rates.statement).toFixed(0)}/s): ${against(rates.statement)}`,
);

const tell = (what: string, took: readonly number[]): void => {
  print(
    `ledger, ${what}: p50 ${percentile(took, 0.5).toFixed(2)} ms, p99 ${percentile(took, 0.99).toFixed(2)} ms`,
  );
};
const idle: number[] = [];
for (let count = 0; count < LOOKS; count += 1) {
  const begun = performance.now();
  await withinScope({ purpose: 'bench' }, () => app.db.first('SELECT 1 AS one'));
  idle.push(performance.now() - begun);
}
tell('for comparison a statement that reads nothing', idle);
await look(50);
tell('balances of the hot party at a date, nobody posting', await look(LOOKS));
const posting = beside(() => round(writers.posted));
tell(`balances, ${WRITERS} posting`, await look(LOOKS));
await posting;
started = performance.now();
await round(writers.posted);
const { rows } = await bench.owner.query<{ count: string }>('SELECT count(*) FROM posting_tail');
tell(`balances, ${rows[0]?.count ?? '?'} rows in the tail`, await look(LOOKS));
await app.close();
await worker.close();
await bench.close();
