import type { Db } from '../db/db.js';

/** An id that was passed over may still be on its way in a transaction; after so long it was rolled back. */
const PATIENCE_MS = 120_000;
/** Ids that are looked at before the newest when following begins, for the same reason. */
const LOOK_BACK = 1_000;
const BATCH = 20_000;

/**
 * Follows what happens without being told: one look by primary key at the events recorded since the last look. It
 * costs the writers nothing, needs no worker, and a process looks once for all who listen in it. Ids become
 * visible out of order, for they are drawn before their transactions commit: those passed over are looked for again.
 *
 *   seen 7, 9 | later 8, 10 -> both told
 */
export class OutboxTail {
  private lastId: number | null = null;
  private readonly missing = new Map<number, number>();

  /** @param field of the payload that names the subject. */
  constructor(
    private readonly db: Db,
    private readonly field: string,
  ) {}

  /** What has happened to something since the last look; the first one only begins. */
  async look(nowMs = Date.now()): Promise<Set<string>> {
    const isFirst = this.lastId === null;
    const after = this.lastId ?? (await this.begin());
    const rows = await this.db.rows<{ id: number; subject: string | null }>(
      `SELECT id, payload ->> $3 AS subject FROM outbox WHERE id > $1 OR id = ANY ($2::bigint[]) ORDER BY id LIMIT ${BATCH}`,
      [after, [...this.missing.keys()], this.field],
    );
    let last = after;
    const subjects = new Set<string>();
    for (const { id, subject } of rows) {
      this.missing.delete(id);
      for (let passed = Math.max(last + 1, id - LOOK_BACK); passed < id; passed += 1)
        this.missing.set(passed, nowMs);
      last = Math.max(last, id);
      if (subject !== null) subjects.add(subject);
    }
    this.lastId = last;
    for (const [id, sinceMs] of this.missing) if (nowMs - sinceMs > PATIENCE_MS) this.missing.delete(id);
    return isFirst ? new Set() : subjects;
  }

  private async begin(): Promise<number> {
    const row = await this.db.first<{ last: number | null }>('SELECT max(id) AS last FROM outbox');
    return Math.max(0, (row?.last ?? 0) - LOOK_BACK);
  }
}
