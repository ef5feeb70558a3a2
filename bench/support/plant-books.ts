import type pg from 'pg';

/** Keys of what is planted, which are right by themselves: asked eight million times they would take minutes. */
const KEYS = [
  ['journal_id', 'journal'],
  ['account_id', 'account'],
] as const;

/** Journals over the last thousand days, each of four postings between a koperasi and the organiser's bank account. */
export const plantJournals = async (
  owner: pg.Client,
  organiserId: string,
  koperasiIds: readonly string[],
  journals: number,
): Promise<void> => {
  await owner.query(
    `INSERT INTO account (id, party_id, purpose)
     SELECT account_of(party, purpose), party, purpose FROM unnest($1::uuid[]) AS party, unnest(ARRAY['payable', 'bank']) AS purpose
     UNION ALL SELECT account_of($2, purpose), $2, purpose FROM unnest(ARRAY['bank', 'receivable']) AS purpose`,
    [koperasiIds, organiserId],
  );
  await owner.query('ALTER TABLE journal DISABLE TRIGGER USER');
  await owner.query('ALTER TABLE posting DISABLE TRIGGER USER');
  for (const [key] of KEYS) await owner.query(`ALTER TABLE posting DROP CONSTRAINT posting_${key}_fkey`);
  await owner.query(
    `INSERT INTO journal (id, business_key, kind, posted_at, effective_at)
     SELECT uuidv7(make_interval(secs => n - $1)), 'past:' || n, 'past', at, at FROM generate_series(1, $1::int) AS n,
       LATERAL (SELECT clock_timestamp() - make_interval(days => (($1 - n)::bigint * 1000 / $1)::int) AS at) AS moment`,
    [journals],
  );
  await owner.query(
    `INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
     SELECT journal.id, line_no, account.id, sign * (1000 + n % 1000)
     FROM (SELECT id, substr(business_key, 6)::int AS n FROM journal WHERE kind = 'past') AS journal
     CROSS JOIN (VALUES (1, 'payable', 1), (2, 'bank', -1), (3, 'bank', 1), (4, 'receivable', -1)) AS line (line_no, purpose, sign)
     JOIN account ON account.purpose = line.purpose
       AND account.party_id = CASE WHEN line_no < 3 THEN ($1::uuid[])[1 + n % cardinality($1)] ELSE $2 END`,
    [koperasiIds, organiserId],
  );
  await owner.query('ALTER TABLE journal ENABLE TRIGGER USER');
  await owner.query('ALTER TABLE posting ENABLE TRIGGER USER');
  for (const [key, table] of KEYS)
    await owner.query(
      `ALTER TABLE posting ADD CONSTRAINT posting_${key}_fkey FOREIGN KEY (${key}) REFERENCES ${table} (id) NOT VALID`,
    );
};

/** The sums of those days, and the same rows in tables of the same shape without keys to others, checks or walls. */
export const plantSums = async (owner: pg.Client): Promise<void> => {
  await owner.query(
    `INSERT INTO account_day (party_id, purpose, day, debit_rp, credit_rp)
     SELECT party_id, purpose, ledger_day(effective_at), sum(greatest(amount_rp, 0)), sum(greatest(-amount_rp, 0))
     FROM posting JOIN account ON account.id = account_id JOIN journal ON journal.id = journal_id GROUP BY 1, 2, 3`,
  );
  for (const table of ['journal', 'posting', 'posting_tail', 'audit_event']) {
    await owner.query(
      `CREATE TABLE raw_${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING INDEXES)`,
    );
    await owner.query(`GRANT INSERT ON raw_${table} TO sepikul_worker`);
  }
  for (const table of ['journal', 'posting'])
    await owner.query(`INSERT INTO raw_${table} SELECT * FROM ${table}`);
  await owner.query('VACUUM ANALYZE');
};
