import { randomBytes } from 'node:crypto';
import { startLocalGateway } from '../../local-gateway/index.js';
import { loadConfig } from '../../platform/config/load-config.js';
import type { GatewayKeys } from '../../platform/gateway/gateway.js';
import { chooseMidtrans } from '../../platform/gateway/midtrans/choose-midtrans.js';
import type { MidtransPlace } from '../../platform/gateway/midtrans/make-client.js';
import { MidtransGateway } from '../../platform/gateway/midtrans/midtrans-gateway.js';
import type { SignedFields } from '../../platform/gateway/midtrans/verify-signature.js';
import { say } from '../say.js';
import { playJourney, type Step } from './play-journey.js';

/** Asked past the adapter, which keeps signatures to itself. */
const signedStatusAt =
  ({ coreUrl, timeoutMs }: MidtransPlace, { serverKey }: GatewayKeys) =>
  async (orderId: string): Promise<SignedFields> => {
    const answer = await fetch(`${coreUrl}/v2/${orderId}/status`, {
      headers: { authorization: `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = (await answer.json()) as Readonly<Record<string, unknown>>;
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
    return {
      orderId: text('order_id'),
      statusCode: text('status_code'),
      grossAmount: text('gross_amount'),
      signatureKey: text('signature_key'),
    };
  };

const checkAt = (place: MidtransPlace, keys: GatewayKeys): Promise<readonly Step[]> =>
  playJourney({
    gateway: new MidtransGateway(place),
    keys,
    prefix: `CEK-${randomBytes(6).toString('hex')}`,
    now: new Date(),
    signedStatus: signedStatusAt(place, keys),
  });

const signs = { right: '✓', wrong: '✗', absent: '–' } as const;

const show = (steps: readonly Step[]): number => {
  for (const { name, outcome, detail } of steps) say(`${signs[outcome]} ${name}: ${detail}`);
  const wrong = steps.filter(({ outcome }) => outcome === 'wrong').length;
  say(
    wrong === 0
      ? 'Semuanya seperti yang diharapkan. (All as expected.)'
      : `${wrong} langkah tidak seperti yang diharapkan. (${wrong} steps not as expected.)`,
  );
  return wrong === 0 ? 0 : 1;
};

/**
 * `sepikul gateway check`: with the key of a sandbox account its journey, else the same against the local gateway.
 * @returns 0 when all went as expected.
 */
export const checkGateway = async (): Promise<number> => {
  const config = loadConfig(process.env);
  const serverKey = config.MIDTRANS_SANDBOX_SERVER_KEY;
  if (config.MIDTRANS_ENVIRONMENT === 'production')
    throw new Error(
      'MIDTRANS_ENVIRONMENT is production: this check makes orders, and makes them in the sandbox only',
    );
  if (serverKey !== undefined) {
    const place = chooseMidtrans(config);
    say(`Memeriksa sandbox Midtrans (checking the Midtrans sandbox): ${place.coreUrl}`);
    const keys = { merchantId: 'sandbox', serverKey, clientKey: '', signatureKey: serverKey };
    return show(await checkAt(place, keys));
  }
  say(
    'MIDTRANS_SANDBOX_SERVER_KEY tidak ada: gerbang lokal diperiksa, bukan sandbox. (It is not set: the local gateway is checked, not the sandbox.)',
  );
  const local = await startLocalGateway();
  try {
    const { coreUrl, snapUrl, irisUrl, keys } = local;
    return show(await checkAt({ coreUrl, snapUrl, irisUrl, timeoutMs: config.MIDTRANS_TIMEOUT_MS }, keys));
  } finally {
    await local.stop();
  }
};
