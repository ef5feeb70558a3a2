import { startLocalGateway, type LocalGateway } from '../../local-gateway/index.js';
import { MidtransGateway } from '../../platform/gateway/midtrans/midtrans-gateway.js';
import { playJourney, type Step } from './play-journey.js';

describe('the check of a gateway', () => {
  let local: LocalGateway;
  let run = 0;
  beforeAll(async () => {
    local = await startLocalGateway();
  });
  afterAll(() => local.stop());

  const check = (signatureKey = local.keys.signatureKey): Promise<readonly Step[]> => {
    const { coreUrl, snapUrl, irisUrl, keys } = local;
    return playJourney({
      gateway: new MidtransGateway({ coreUrl, snapUrl, irisUrl, timeoutMs: 10_000 }),
      keys: { ...keys, signatureKey },
      prefix: `CEK-${++run}`,
      now: new Date(),
      signedStatus: async (orderId) => {
        const authorization = `Basic ${Buffer.from(`${keys.serverKey}:`).toString('base64')}`;
        const body = await (
          await fetch(`${coreUrl}/v2/${orderId}/status`, { headers: { authorization } })
        ).json();
        const { order_id, status_code, gross_amount, signature_key } = body as Record<string, string>;
        return {
          orderId: order_id!,
          statusCode: status_code!,
          grossAmount: gross_amount!,
          signatureKey: signature_key!,
        };
      },
    });
  };
  const wrongIn = (steps: readonly Step[]): string[] =>
    steps.filter(({ outcome }) => outcome === 'wrong').map(({ name }) => name);

  it('finds nothing wrong with the local gateway', async () => {
    const steps = await check();
    expect(wrongIn(steps)).toEqual([]);
    expect(steps.length).toBeGreaterThan(40);
  });

  it('finds what is wrong: an answer that is none, a cancel that fails, another signature', async () => {
    local.fault({ on: 'charge', kind: 'malformed' });
    local.fault({ on: 'cancel', kind: '500' });
    expect(wrongIn(await check('another-key'))).toEqual([
      'bca-va charge',
      'signature',
      'bca-va cancel',
      'bca-va status after cancel',
      'bca-va cancel again refused',
    ]);
  });
});
