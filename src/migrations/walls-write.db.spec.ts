import { auditPlanting } from '../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { as, plantMember } from '../../test/support/plant-member.js';
import { plantParty } from '../../test/support/plant-lot.js';
import { plantKoperasi, plantPool, plantRegions } from '../../test/support/plant-pool.js';
import { newId } from '../platform/new-id.js';
import type { Principal } from '../platform/auth/principal.js';

const HASH = "decode(repeat('ab', 32), 'hex')";

describe('who sees a row of another party', () => {
  let test: TestDatabase;
  let observer: Principal;
  let stranger: Principal;
  let chair: Principal;
  let partyId: string;
  let itemId: string;

  beforeAll(async () => {
    test = await freshDatabase();
    await plantRegions(test.owner);
    partyId = await plantKoperasi(test.owner, '32.71.01.1001');
    chair = await plantMember(test.owner, 'koperasi', partyId, 'chair');
    const [watching, other] = [
      await plantParty(test.owner, 'observer'),
      await plantKoperasi(test.owner, '32.71.01.1002'),
    ];
    observer = await plantMember(test.owner, 'observer', watching, 'chair');
    stranger = await plantMember(test.owner, 'koperasi', other, 'chair');
    itemId = (await plantPool(test.owner, ['dry'], 'open')).itemIds[0] ?? '';
  });
  afterAll(() => test.close());

  const writings = (by: Principal): [string, string, unknown[]][] => [
    [
      'joins it',
      `INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, 'chair')`,
      [by.personId, partyId],
    ],
    ['takes its person', `UPDATE person SET password_hash = 'x' WHERE id = $1`, [chair.personId]],
    [
      'invites for it',
      `INSERT INTO invitation (id, party_id, invited_by, code_hash, join_party_id, roles, expires_at)
       VALUES ($1, $2, $3, ${HASH}, $2, '{chair}', now() + interval '1 day')`,
      [newId(), partyId, by.personId],
    ],
    [
      'shows a document of it',
      `INSERT INTO party_document (id, party_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by)
       VALUES ($1, $2, 'licence', 'a.pdf', 'application/pdf', 1, ${HASH}, $3)`,
      [newId(), partyId, by.personId],
    ],
    [
      'proposes for it',
      `INSERT INTO decision (id, kind, party_id, subject_id, terms, proposed_by, expires_at)
       VALUES ($1, 'payout', $2, $1, '{}', $3, now() + interval '1 day')`,
      [newId(), partyId, chair.personId],
    ],
    [
      'grades its goods',
      `INSERT INTO item_grade (item_id, position, code, price_bps) VALUES ($1, 1, 'A', 10000)`,
      [itemId],
    ],
  ];

  it.each([
    ['who oversees', () => observer],
    ['a stranger', () => stranger],
  ])('writes none: %s', async (_, who) => {
    const by = who();
    const done: string[] = [];
    for (const [what, text, params] of writings(by)) {
      const changed = await as(by, () => test.bareDb.change(text, params)).catch((error: unknown) => {
        expect(String(error)).toContain('row-level security');
        return 0;
      });
      if (changed > 0) done.push(what);
    }
    expect(done).toEqual([]);
    const deleted = await as(by, () =>
      test.bareDb.change('DELETE FROM membership WHERE party_id = $1', [partyId]),
    );
    expect(deleted).toBe(0);
  });

  it('is another than who belongs to it', async () => {
    const written = await as(chair, () =>
      test.bareDb.transaction(async (tx) => {
        await auditPlanting(tx);
        const added = await tx.change(
          `INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, 'officer')`,
          [chair.personId, partyId],
        );
        const changed = await tx.change(`UPDATE person SET name = 'Ketua' WHERE id = $1`, [chair.personId]);
        const taken = await tx.change(`DELETE FROM membership WHERE person_id = $1 AND role = 'officer'`, [
          chair.personId,
        ]);
        return [added, changed, taken];
      }),
    );
    expect(written).toEqual([1, 1, 1]);
  });
});
