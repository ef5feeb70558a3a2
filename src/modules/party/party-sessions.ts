import { Inject, Injectable } from '@nestjs/common';
import type { SignedIn } from '../../platform/auth/principal.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { PLANNED_ONCE } from '../../platform/db/sql.js';
import { withinScope } from '../../platform/db/scope.js';
import { Gathering } from '../../platform/gathering.js';

interface Found extends SignedIn {
  /** Which of those asked for, counted from 1. */
  readonly place: number;
  readonly isStale: boolean;
}

/**
 * Asked on every request, so it is one statement over primary keys and no transaction, and one for all requests that
 * come at about the same time. Nothing is kept between requests: what was revoked, disabled or taken away a moment ago
 * no longer holds. Suspended parties stay in the list; what they may still do, each stage says itself.
 */
@Injectable()
export class PartySessions extends Sessions {
  private readonly asked = new Gathering((hashes: readonly Buffer[]) => this.look(hashes));

  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SESSION_IDLE_MINUTES' | 'STEP_UP_MINUTES'>,
  ) {
    super();
  }

  async principalOf(tokenHash: Buffer): Promise<SignedIn | undefined> {
    const found = await this.asked.ask(tokenHash);
    if (found === undefined) return undefined;
    const { place: _, isStale, ...signedIn } = found;
    if (isStale) await this.touch(tokenHash);
    return signedIn;
  }

  /** Each hash by itself (OFFSET 0), so that it stays a walk down primary keys whatever is known of the table. */
  private async look(hashes: readonly Buffer[]): Promise<(Found | undefined)[]> {
    const rows = await withinScope({ purpose: 'sign-in' }, () =>
      this.db.rows<Found>(
        `${PLANNED_ONCE} SELECT asked.place, found.* FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (token_hash, place), LATERAL (
           SELECT session.person_id,
             coalesce((
               SELECT json_agg(json_build_object('partyId', held.party_id, 'kind', party.kind, 'roles', held.roles)
                 ORDER BY held.party_id)
               FROM (
                 SELECT party_id, array_agg(role ORDER BY role) AS roles
                 FROM membership WHERE person_id = session.person_id GROUP BY party_id
               ) AS held
               JOIN party ON party.id = held.party_id
             ), '[]') AS memberships,
             coalesce(session.stepped_up_at > clock_timestamp() - make_interval(mins => $3), false) AS is_stepped_up,
             session.last_used_at < clock_timestamp() - interval '1 min' AS is_stale
           FROM session JOIN person ON person.id = session.person_id
           WHERE session.token_hash = asked.token_hash AND session.revoked_at IS NULL
             AND session.expires_at > clock_timestamp()
             AND session.last_used_at > clock_timestamp() - make_interval(mins => $2) AND person.disabled_at IS NULL
           OFFSET 0) AS found`,
        [hashes, this.config.SESSION_IDLE_MINUTES, this.config.STEP_UP_MINUTES],
      ),
    );
    const answers = new Array<Found | undefined>(hashes.length);
    for (const row of rows) answers[row.place - 1] = row;
    return answers;
  }

  /**
   * Says that a session is in use: a statement once a minute, so that all other requests only read. Of requests at
   * once the first says it, and the others do not wait for it.
   */
  private async touch(tokenHash: Buffer): Promise<void> {
    await this.db.change(
      `UPDATE session SET last_used_at = clock_timestamp() WHERE token_hash = (
         SELECT token_hash FROM session
         WHERE token_hash = $1 AND last_used_at < clock_timestamp() - interval '1 min' FOR UPDATE SKIP LOCKED)`,
      [tokenHash],
    );
  }
}
