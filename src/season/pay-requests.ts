import type { DropDetailAnswer, DueAnswer, PaymentAnswer } from './supply-answers.js';
import type { Actor } from './call-api.js';
import { readDrops } from './deliver-drops.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, type Scene } from './scene.js';
import { CHAIR, OBSERVER } from './sign-in.js';
import { waitUntil } from './wait-until.js';

/** A gateway of one's own: who plays a season is its payers too. */
export interface SeasonGateway {
  readonly url: string;
  /** The keys of a merchant: letters and digits, at most 40. */
  keysOf(name: string): Readonly<Record<'merchantId' | 'serverKey' | 'clientKey' | 'signatureKey', string>>;
}

/** What a koperasi has paid before its goods left. */
export interface Paid {
  readonly dueId: string;
  readonly amountRp: number;
}

const BANKS = ['bca-va', 'bni-va', 'bri-va'] as const;
const QRIS_MOST_RP = 10_000_000;

const inJson = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Who is paid through the gateway needs an account with it: the suppliers and the organiser. */
export const openGatewayAccounts = async (scene: Scene, gateway: SeasonGateway): Promise<void> => {
  const { api, people } = scene;
  const payees = people.all.filter(({ login }) => login.startsWith('supplier-') || login === CHAIR);
  await runAbreast(payees, CALLS_ABREAST, async (payee) => {
    const { merchantId, serverKey, clientKey, signatureKey } = gateway.keysOf(
      payee.partyId.replaceAll('-', ''),
    );
    await api.call(payee, 'PUT', `/parties/${payee.partyId}/gateway-account`, {
      body: { merchantId, serverKey, clientKey, signatureKey, channels: [...BANKS, 'qris'] },
    });
  });
};

/** One payment for all that a koperasi owes one payee: the number comes from the gateway, where it is paid. */
const payByGateway = async (
  { api }: Scene,
  gateway: SeasonGateway,
  payer: Actor,
  dues: readonly DueAnswer[],
  place: number,
): Promise<void> => {
  const amountRp = dues.reduce((sum, { openRp }) => sum + openRp, 0);
  const channel = amountRp <= QRIS_MOST_RP && place % 4 === 3 ? 'qris' : BANKS[place % BANKS.length];
  const asked = await api.call<PaymentAnswer>(payer, 'POST', '/payments', {
    body: { dueIds: dues.map(({ id }) => id), channel },
  });
  const { orderId } = await waitUntil(`the gateway says how to pay ${asked.orderId}`, async () => {
    const payment = await api.call<PaymentAnswer>(payer, 'GET', `/payments/${asked.id}`);
    return payment.instructions === null ? { seen: payment.state } : { found: payment };
  });
  const answer = await fetch(`${gateway.url}/admin/pay`, inJson({ orderId }));
  if (!answer.ok) throw new Error(`the gateway took no payment of ${orderId}: ${await answer.text()}`);
};

/** Where there is no gateway to play with: by bank transfer, which the payee confirms. */
const payByTransfer = async (
  { api, people }: Scene,
  payer: Actor,
  dues: readonly DueAnswer[],
): Promise<void> => {
  for (const { id, openRp, payeeId } of dues) {
    const payee = people.all.find(
      ({ partyId, login }) => partyId === payeeId && login !== 'organiser-officer',
    );
    if (payee === undefined) throw new Error(`nobody of ${payeeId} has signed in`);
    const paidOn = new Date().toISOString().slice(0, 10);
    const { id: transferId } = await api.call<{ id: string }>(payer, 'POST', `/dues/${id}/transfers`, {
      body: { amountRp: openRp, paidOn },
    });
    await api.call(payee, 'POST', `/dues/${id}/transfers/${transferId}/confirm`);
  }
};

const grouped = (dues: readonly DueAnswer[]): DueAnswer[][] => {
  const groups = new Map<string, DueAnswer[]>();
  for (const due of dues) {
    const key = `${due.payerId} ${due.payeeId}`;
    groups.set(key, [...(groups.get(key) ?? []), due]);
  }
  return [...groups.values()];
};

/**
 * Every koperasi pays what is asked for before its goods leave, until every drop is released.
 * @returns what was paid, by due.
 */
export const payRequests = async (
  scene: Scene,
  poolId: string,
  drops: readonly DropDetailAnswer[],
  gateway: SeasonGateway | undefined,
): Promise<Paid[]> => {
  const { api, people, tell } = scene;
  const observer = people.of(OBSERVER);
  const payers = new Map(people.all.map((actor) => [actor.partyId, actor]));
  const paid = new Map<string, Paid>();
  await waitUntil(`the ${drops.length} drops are paid for and released`, async () => {
    const open = (await api.list<DueAnswer>(observer, '/dues?state=open&kind=payment-request')).filter(
      (due) => due.poolId === poolId && !paid.has(due.id),
    );
    await runAbreast(grouped(open), CALLS_ABREAST, async (dues, place) => {
      const payer = payers.get(dues[0]?.payerId ?? '');
      if (payer === undefined) throw new Error('a due is on a party that has not signed in');
      if (gateway === undefined) await payByTransfer(scene, payer, dues);
      else await payByGateway(scene, gateway, payer, dues, place);
      for (const { id, openRp } of dues) paid.set(id, { dueId: id, amountRp: openRp });
    });
    const released = (await readDrops(api, observer, poolId)).filter(({ releasedAt }) => releasedAt !== null);
    tell('Tagihan dibayar, barang dilepas (paid for, released)', released.length, drops.length);
    return released.length >= drops.length
      ? { found: true }
      : { seen: `${released.length} of ${drops.length} released, ${paid.size} dues paid` };
  });
  return [...paid.values()];
};
