import type { Config } from '../../config/config.js';
import type { MidtransPlace } from './make-client.js';

const hosts = {
  sandbox: { core: 'https://api.sandbox.midtrans.com', app: 'https://app.sandbox.midtrans.com' },
  production: { core: 'https://api.midtrans.com', app: 'https://app.midtrans.com' },
} as const;

type Wanted = Pick<
  Config,
  | 'MIDTRANS_ENVIRONMENT'
  | 'MIDTRANS_CORE_URL'
  | 'MIDTRANS_SNAP_URL'
  | 'MIDTRANS_IRIS_URL'
  | 'MIDTRANS_NOTIFY_URL'
  | 'MIDTRANS_TIMEOUT_MS'
>;

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** Where Midtrans is for this installation: its sandbox, its production, or addresses of one's own. */
export const chooseMidtrans = (config: Wanted): MidtransPlace => {
  const { core, app } = hosts[config.MIDTRANS_ENVIRONMENT === 'production' ? 'production' : 'sandbox'];
  return {
    coreUrl: withoutSlash(config.MIDTRANS_CORE_URL ?? core),
    snapUrl: withoutSlash(config.MIDTRANS_SNAP_URL ?? `${app}/snap/v1`),
    irisUrl: withoutSlash(config.MIDTRANS_IRIS_URL ?? `${app}/iris/api/v1`),
    timeoutMs: config.MIDTRANS_TIMEOUT_MS,
    ...(config.MIDTRANS_NOTIFY_URL === undefined ? {} : { notifyUrl: config.MIDTRANS_NOTIFY_URL }),
  };
};
