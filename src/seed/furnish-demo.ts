import { createHash } from 'node:crypto';
import { documentKinds } from '../core/party/qualification/document-kinds.js';
import type { Tx } from '../platform/db/sql.js';
import { writePdf } from '../platform/file/write-pdf.js';
import { newId } from '../platform/new-id.js';
import { addDemoPeople } from './add-parties.js';
import { auditSeed } from './audit-seed.js';
import type { City } from './read-region.js';
import { koperasiCode, koperasiName } from './seed-region.js';

/** What a koperasi is asked to show (core/party/readiness), as papers that say of themselves that they are none. */
const SHOWN = ['deed', 'nib', 'npwp'] as const;
const REASON = 'DEMO: ditanam bersama data contoh';

const paperOf = (kind: (typeof SHOWN)[number]): Promise<Buffer> =>
  writePdf({
    title: `DEMO: ${documentKinds[kind].id}`,
    lines: [{ kind: 'heading', text: 'Contoh, bukan dokumen asli. / A sample, not a document.' }],
    foot: 'DEMO',
  });

/** Where codes of demo people go: nowhere, for no address ends in `.invalid` (RFC 2606). */
const addContacts = (tx: Tx): Promise<number> =>
  tx.change(`UPDATE person SET contact = login || '@demo.invalid' WHERE is_demo AND contact IS NULL`);

const addDocuments = async (tx: Tx, codes: readonly string[]): Promise<number> => {
  let added = 0;
  for (const kind of SHOWN) {
    const content = await paperOf(kind);
    added += await tx.change(
      `WITH shown AS (
         INSERT INTO party_document (id, party_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by, state, judged_by, judged_at)
         SELECT new.id, party.id, $2, 'DEMO-' || $2 || '.pdf', 'application/pdf', length($3::bytea), $4::bytea,
           (SELECT person_id FROM membership WHERE party_id = party.id AND role = 'chair' LIMIT 1), 'accepted',
           (SELECT person.id FROM person WHERE login = 'organiser-chair'), clock_timestamp()
         FROM jsonb_to_recordset($1) AS new (id uuid, code text) JOIN party USING (code)
         WHERE NOT EXISTS (SELECT FROM party_document WHERE party_id = party.id AND party_document.kind = $2)
         RETURNING party_document.id)
       INSERT INTO party_document_content (document_id, content) SELECT id, $3::bytea FROM shown`,
      [
        JSON.stringify(codes.map((code) => ({ id: newId(), code }))),
        kind,
        content,
        createHash('sha256').update(content).digest(),
      ],
    );
  }
  return added;
};

/** An account that no bank has, agreed to by both of the koperasi's demo people. */
const addAccounts = async (tx: Tx, codes: readonly string[]): Promise<number> => {
  const rows = codes.map((code) => ({ code, id: newId(), accountId: newId() }));
  const before = await tx.rows<{ code: string }>(
    'SELECT code FROM party WHERE code = ANY ($1) AND EXISTS (SELECT FROM bank_account WHERE party_id = party.id)',
    [codes],
  );
  const having = new Set(before.map(({ code }) => code));
  const lacking = JSON.stringify(rows.filter(({ code }) => !having.has(code)));
  await tx.change(
    `INSERT INTO decision (id, kind, party_id, subject_id, terms, proposed_by, expires_at)
     SELECT new.id, 'bank-account', party.id, "accountId", jsonb_build_object('reason', $2::text),
       (SELECT person_id FROM membership WHERE party_id = party.id AND role = 'chair' LIMIT 1), clock_timestamp() + interval '1 hour'
     FROM jsonb_to_recordset($1) AS new (id uuid, code text, "accountId" uuid) JOIN party USING (code)`,
    [lacking, REASON],
  );
  const added = await tx.change(
    `INSERT INTO bank_account (id, party_id, decision_id, bank_code, account_number, holder_name, cooling_off_h)
     SELECT "accountId", party.id, new.id, '002', '0000' || translate(party.region_code, '.', ''), 'DEMO ' || party.name, 0
     FROM jsonb_to_recordset($1) AS new (id uuid, code text, "accountId" uuid) JOIN party USING (code)`,
    [lacking],
  );
  await tx.change(
    `UPDATE decision SET state = 'approved', approved_at = clock_timestamp(), approved_by =
       (SELECT person_id FROM membership WHERE party_id = decision.party_id AND role = 'treasurer' LIMIT 1)
     FROM jsonb_to_recordset($1) AS new (id uuid) WHERE decision.id = new.id`,
    [lacking],
  );
  return added;
};

/**
 * Makes the demo's koperasi look like ones that are set up: a second person, papers, an account, and everybody with a
 * contact; all of it says that it is a demo. The last koperasi is left as it would be in its first week, and says so.
 * Twice changes nothing.
 */
export const furnishDemo = async (tx: Tx, city: City, passwordHash: string): Promise<void> => {
  const villages = city.villages.slice(0, -1);
  const unfinished = city.villages.at(-1);
  const codes = villages.map(koperasiCode);
  const seconds = await addDemoPeople(
    tx,
    villages.map((village) => ({
      login: `kop-${village.code}-2`,
      name: `Demo: bendahara ${koperasiName(village)}`,
      partyCode: koperasiCode(village),
      roles: ['treasurer'] as const,
    })),
    passwordHash,
  );
  const named = await tx.change(
    `UPDATE person SET name = name || ' (sengaja belum lengkap)'
     WHERE is_demo AND login = $1 AND name NOT LIKE '%belum lengkap)'`,
    [`kop-${unfinished?.code ?? ''}`],
  );
  const counts = {
    ...{ seconds: seconds.people, named, documents: await addDocuments(tx, codes) },
    ...{ accounts: await addAccounts(tx, codes), contacts: await addContacts(tx) },
  };
  await auditSeed(tx, `furnished ${city.code}`, counts);
};
