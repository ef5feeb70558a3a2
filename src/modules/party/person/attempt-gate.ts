import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../core/kernel/refuse.js';
import { countAttempt, gatesThatCount, secondsToWait } from '../../../core/party/judge-attempts.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { Db } from '../../../platform/db/db.js';
import { AttemptStore, type Attempt, type Counted } from './attempt.store.js';

/**
 * Slows guessing down, for all processes alike: what was tried stands in PostgreSQL. An attempt counts before it is
 * judged and is taken back when it was right. Its rows commit by themselves: a refusal rolls nothing of it back.
 */
@Injectable()
export class AttemptGate {
  private readonly db: Pick<Db, 'change' | 'rows' | 'first' | 'transaction'>;

  constructor(
    db: Db,
    private readonly store: AttemptStore,
  ) {
    this.db = db.across('sign-in');
  }

  /** @throws Refusal TOO_MANY_ATTEMPTS with the seconds until it may go well; an attempt at a closed gate does not count. */
  async pass(attempts: readonly Attempt[]): Promise<readonly Counted[]> {
    const outcome = await this.db.transaction(async (tx) => {
      const { tallies, now } = await this.store.lock(tx, attempts);
      const waitS = secondsToWait(gatesThatCount(tallies, now), now);
      if (waitS > 0) return waitS;
      const counts = tallies.map((tally) => countAttempt(tally, now));
      await this.store.count(tx, attempts, counts);
      return attempts.map((attempt, place) => ({
        ...attempt,
        blockedUntil: counts[place]?.blockedUntil ?? null,
        blockedBefore: tallies[place]?.blockedUntil ?? null,
      }));
    });
    if (typeof outcome !== 'number') return outcome;
    const { code, text } = refuseParty('TOO_MANY_ATTEMPTS', { seconds: outcome });
    throw new Refusal(code, text, [], outcome);
  }

  /** The attempt was right. @param isProven when it signed somebody in. */
  takeBack(counted: readonly Counted[], isProven = false): Promise<void> {
    return this.store.takeBack(this.db, counted, isProven);
  }
}
