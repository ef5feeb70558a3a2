import { freshDatabase } from '../support/database.js';
import { startRiver, until, type River } from '../support/river.js';
import { actorsAt, gatherActors, type Actor } from './gather-actors.js';
import { plantSeason } from './plant-season.js';

/** The season's deadlines are an hour away: a copy of an older one would have too little of it left for a round. */
const FRESH_MS = 20 * 60_000;

interface Planted {
  /** The database that holds it, with nobody connected. */
  readonly name: string;
  readonly actors: readonly Actor[];
  /** The pool that stays open. */
  readonly poolId: string;
  readonly at: number;
}

/** Waits until the worker has done what requests left it to do; what cannot be done, the promises say. */
export const workerCaughtUp = (river: River): Promise<unknown> =>
  until('the worker has caught up', async () => {
    const { rows } = await river.database.owner.query<{ left: string }>(
      `SELECT count(*) AS left FROM inbox WHERE state = 'pending'`,
    );
    return Number(rows[0]?.left) === 0 ? true : undefined;
  }).catch(() => undefined);

/** A season half-way and who asks in it, planted once and copied for every round, which costs a tenth of planting it. */
export class Season {
  private planted: Planted | undefined;

  constructor(private readonly settings: Record<string, string>) {}

  /** The product on a copy of its own. */
  async start(): Promise<{ river: River; actors: Actor[]; poolId: string }> {
    if (this.planted === undefined || performance.now() - this.planted.at > FRESH_MS)
      this.planted = await this.plant();
    const filled = await freshDatabase(this.planted.name);
    const river = await startRiver({ filled, settings: this.settings });
    const { actors, poolId } = this.planted;
    return { river, actors: actorsAt(river, actors), poolId };
  }

  private async plant(): Promise<Planted> {
    const river = await startRiver({ settings: this.settings });
    try {
      const actors = await gatherActors(river);
      const poolId = await plantSeason(river);
      await workerCaughtUp(river);
      return { name: river.database.name, actors, poolId, at: performance.now() };
    } finally {
      // The database stays for as long as its server, which is thrown away after the run.
      await river.leave();
    }
  }
}
