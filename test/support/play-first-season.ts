import { startLocalGateway } from '../../src/local-gateway/index.js';
import { openNextPool, playSeason } from '../../src/season/index.js';
import { seed } from '../../src/seed/index.js';
import { freshDatabase } from './database.js';
import { PASSWORD, startRiver, type River } from './river.js';

export interface FirstSeason {
  readonly river: River;
  /** The pool that was played from its opening to its last receipt. */
  readonly poolId: string;
  /** The one opened after it, with early commitments. */
  readonly nextPoolId: string;
  /** Ends it, after a look at every promise. */
  stop(): Promise<void>;
}

/** What `npm start` shows: the first season played through the API and paid at the local gateway, and the next pool open. */
export const playFirstSeason = async (): Promise<FirstSeason> => {
  const gateway = await startLocalGateway({ completesPayouts: true });
  // The season is that of Kota Bogor.
  const filled = await freshDatabase();
  await seed(filled.db, { regionCode: '32.71', demoPassword: PASSWORD });
  const river = await startRiver({ filled, settings: { ...gateway.settings, RATE_READS: '100000' } });
  gateway.notifyTo(`${river.baseUrl}/api/v1/gateway/notifications`);
  gateway.notifyPayoutsTo(`${river.baseUrl}/api/v1/gateway/payout-notifications`);
  const scene = { baseUrl: river.baseUrl, password: PASSWORD };
  const { poolId, brokenPromise } = await playSeason({ ...scene, seed: null, gateway });
  if (brokenPromise !== null) throw new Error(`the season broke a promise: ${brokenPromise}`);
  const next = await openNextPool(scene);
  return {
    river,
    poolId,
    nextPoolId: next.poolId,
    stop: async () => {
      try {
        await river.stop();
      } finally {
        await gateway.stop();
      }
    },
  };
};
