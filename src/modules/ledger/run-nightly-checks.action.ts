import { Inject, Injectable } from '@nestjs/common';
import { judgeCheck, nightlyChecks, type NightlyCheck } from '../../core/ledger/nightly-checks.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { LOGGER, type Log } from '../../platform/logging/logger.js';
import { newId } from '../../platform/new-id.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { CheckStore, type NewCheck } from './check.store.js';

/** So many of what fails are kept; the views say the rest. */
const KEPT_FAILURES = 20;

/** Looks at the books once every civil day (UTC+7) and keeps what it found; what does not hold is said aloud in the log. */
@Injectable()
@RunsWhenDue('ledger.run-nightly-checks')
export class RunNightlyChecks implements Scheduled {
  private readonly store = new CheckStore();

  constructor(
    private readonly db: Db,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  /** @returns how many checks were run. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: () => this.store.dueToday(this.db, nightlyChecks),
      atOnce: nightlyChecks.length,
      take: async ({ day, name }) => {
        const check = nightlyChecks.find((known) => known.name === name);
        const found = check && (await this.check(check, day));
        if (found !== undefined) this.say(found);
        return found !== undefined;
      },
      failing: 'nightly checks could not be run',
    });
  }

  /** Undefined when another worker is at it, or was. */
  private check(check: NightlyCheck, day: string): Promise<NewCheck | undefined> {
    return this.db.transaction(async (tx) => {
      if (!(await this.store.takeTurn(tx))) return undefined;
      const { views, faults } = await this.store.look(tx, check.views);
      const found: NewCheck = {
        id: newId(),
        checkName: check.name,
        day,
        outcome: judgeCheck(check, faults.length),
        views,
        failureCount: faults.length,
        failures: faults.slice(0, KEPT_FAILURES),
      };
      if (!(await this.store.insert(tx, found))) return undefined;
      await writeAudit(tx, {
        actorId: null,
        action: 'books-checked',
        subjectType: 'ledger-check',
        subjectId: found.id,
        data: { check: check.name, day, outcome: found.outcome, failures: faults.length },
      });
      return found;
    });
  }

  private say({ checkName, day, outcome, failureCount, failures }: NewCheck): void {
    const said = { check: checkName, day, failureCount, subjects: failures.map(({ subject }) => subject) };
    if (outcome === 'broken') this.log.error(said, 'a nightly check of the books is broken');
    else if (outcome === 'warning') this.log.warn(said, 'a nightly check of the books asks for a hand');
  }
}
