import { once } from 'node:events';
import { startLocalGateway } from '../../local-gateway/index.js';
import { say } from '../say.js';
import { bookOf } from './start-own-gateway.js';

export interface GatewayOptions {
  readonly port: number;
  readonly host: string;
  readonly notify: string;
  readonly payouts?: string;
  readonly timeScale: number;
  /** Where it keeps its book; unset: under .data. */
  readonly file?: string;
}

/** `sepikul gateway`: the local gateway, until Ctrl-C. */
export const runGateway = async (options: GatewayOptions): Promise<number> => {
  const gateway = await startLocalGateway({
    port: options.port,
    host: options.host,
    notifyUrl: options.notify,
    timeScale: options.timeScale,
    file: options.file ?? bookOf(options.port),
    completesPayouts: true,
    ...(options.payouts === undefined ? {} : { payoutNotifyUrl: options.payouts }),
  });
  say(`Gerbang bayar lokal berjalan di (local gateway runs at) ${gateway.url}`);
  say('Tidak ada uang sungguhan. (No real money.) Pengaturan Sepikul (settings of Sepikul):');
  for (const [name, value] of Object.entries(gateway.settings)) say(`  ${name}=${value}`);
  const { merchantId, serverKey, clientKey } = gateway.keys;
  say('Kunci akun "demo"; nama lain, akun lain (keys of the account "demo"; another name, another account):');
  say(`  ${merchantId} · ${serverKey} · ${clientKey}`);
  say(`Pemberitahuan ke (notifications go to) ${options.notify}`);
  say('Berhenti (stop): Ctrl-C');
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  await gateway.stop();
  return 0;
};
