import { join } from 'node:path';
import { startLocalGateway, type LocalGateway } from '../../local-gateway/index.js';
import { packageRoot } from '../../platform/package-root.js';

/** Where `sepikul gateway` and `sepikul up` have it: what was written down in a payment is found there again. */
export const GATEWAY_PORT = 4600;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** One file per port: only who listens there writes to it. */
export const bookOf = (port: number): string => join(packageRoot(), '.data', `local-gateway-${port}.json`);

/**
 * The local gateway of a system that runs for trying out: on the embedded database, with no Midtrans named. Undefined
 * for every other. What it knows outlives it, unless its port is taken by another.
 */
export const startOwnGateway = async (
  env: Readonly<Record<string, string | undefined>>,
): Promise<LocalGateway | undefined> => {
  const named = [env.DATABASE_URL, env.MIDTRANS_ENVIRONMENT, env.MIDTRANS_CORE_URL];
  if (named.some((value) => value !== undefined && value.trim() !== '')) return undefined;
  try {
    return await startLocalGateway({
      port: GATEWAY_PORT,
      file: bookOf(GATEWAY_PORT),
      completesPayouts: true,
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return startLocalGateway({ completesPayouts: true });
  }
};

/** Once HTTP listens: notifications of payments and of payouts go there. */
export const tellGateway = (gateway: LocalGateway | undefined, baseUrl: string): void => {
  gateway?.notifyTo(`${baseUrl}/api/v1/gateway/notifications`);
  gateway?.notifyPayoutsTo(`${baseUrl}/api/v1/gateway/payout-notifications`);
};
