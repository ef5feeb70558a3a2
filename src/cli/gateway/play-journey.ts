import type {
  Answer,
  Channel,
  ChargeRequest,
  Gateway,
  GatewayKeys,
  GatewayTransaction,
} from '../../platform/gateway/gateway.js';
import { verifySignature, type SignedFields } from '../../platform/gateway/midtrans/verify-signature.js';

/** One thing that was tried. `absent`: the account does not have the channel, which is no fault. */
export interface Step {
  readonly name: string;
  readonly outcome: 'right' | 'wrong' | 'absent';
  readonly detail: string;
}

export interface Journey {
  readonly gateway: Gateway;
  readonly keys: GatewayKeys;
  /** Begins the order ids of this run. */
  readonly prefix: string;
  readonly now: Date;
  /** The fields that the status of an order is signed over, as they come. */
  readonly signedStatus: (orderId: string) => Promise<SignedFields>;
}

type Told = Answer<GatewayTransaction>;

const AMOUNT_RP = 11_000;
const HOUR_MS = 3_600_000;
const CORE: readonly Channel[] = ['bca-va', 'bni-va', 'bri-va', 'permata-va', 'mandiri-bill', 'qris'];
const NOT_ACTIVATED = 402;

const detailOf = (told: Told): string => {
  switch (told.outcome) {
    case 'done':
      return told.value.status;
    case 'refused':
      return `${told.code} ${told.message}`;
    case 'unknown':
      return told.reason;
  }
};

const judge = (name: string, told: Told, isRight: (told: Told) => boolean): Step => ({
  name,
  outcome: isRight(told) ? 'right' : 'wrong',
  detail: detailOf(told),
});

const stands =
  (status: GatewayTransaction['status']) =>
  (told: Told): boolean =>
    told.outcome === 'done' && told.value.status === status && told.value.amountRp === AMOUNT_RP;

const isRefused =
  (code?: number) =>
  (told: Told): boolean =>
    told.outcome === 'refused' && (code === undefined || told.code === code);

const requestOf = ({ prefix, now }: Journey, channel: Channel): ChargeRequest => ({
  orderId: `${prefix}-${channel}`,
  amountRp: AMOUNT_RP,
  channel,
  items: [{ id: 'coba', name: 'Uji coba Sepikul', amountRp: AMOUNT_RP }],
  payerName: 'Demo: Uji Coba',
  expiresAt: new Date(now.getTime() + HOUR_MS),
});

/** What a person needs to pay must be there. */
const isPayable = (told: Told): boolean =>
  stands('pending')(told) && told.outcome === 'done' && Object.keys(told.value.instructions).length > 0;

const checkSignature = async (journey: Journey, orderId: string): Promise<Step[]> => {
  const signed = await journey.signedStatus(orderId);
  const key = journey.keys.signatureKey;
  const isTrue = verifySignature(signed, key);
  const forged = [
    { ...signed, orderId: `${orderId}x` },
    { ...signed, grossAmount: '1.00' },
    { ...signed, statusCode: '999' },
  ];
  const isFooled = forged.some((fields) => verifySignature(fields, key));
  const word = (name: string, holds: boolean): Step => ({
    name,
    outcome: holds ? 'right' : 'wrong',
    detail: signed.statusCode,
  });
  return [word('signature', isTrue), word('forged signature', !isFooled)];
};

const goThrough = async (journey: Journey, channel: Channel): Promise<Step[]> => {
  const { gateway, keys } = journey;
  const request = requestOf(journey, channel);
  const { orderId } = request;
  const charged = await gateway.charge(keys, request);
  if (charged.outcome === 'refused' && charged.code === NOT_ACTIVATED)
    return [{ name: `${channel} charge`, outcome: 'absent', detail: detailOf(charged) }];
  const steps = [
    judge(`${channel} charge`, charged, isPayable),
    judge(`${channel} the same charge again`, await gateway.charge(keys, request), stands('pending')),
    judge(`${channel} status`, await gateway.status(keys, orderId), stands('pending')),
  ];
  if (channel === 'bca-va') steps.push(...(await checkSignature(journey, orderId)));
  if (channel !== 'qris') {
    const refund = { refundKey: `${orderId}-r`, amountRp: AMOUNT_RP, reason: 'uji coba' };
    steps.push(judge(`${channel} refund refused`, await gateway.refund(keys, orderId, refund), isRefused()));
  }
  // Half of them end one way, half the other.
  const [verb, end] =
    CORE.indexOf(channel) % 2 === 0 ? (['cancel', 'cancel'] as const) : (['expire', 'expire'] as const);
  steps.push(
    judge(`${channel} ${verb}`, await gateway[verb](keys, orderId), stands(end)),
    judge(`${channel} status after ${verb}`, await gateway.status(keys, orderId), stands(end)),
    judge(`${channel} ${verb} again refused`, await gateway[verb](keys, orderId), isRefused()),
  );
  return steps;
};

const openPage = async (journey: Journey): Promise<Step[]> => {
  const { gateway, keys } = journey;
  const request = requestOf(journey, 'snap');
  return [
    judge('snap page', await gateway.charge(keys, request), isPayable),
    judge(
      'snap status before a method is picked',
      await gateway.status(keys, request.orderId),
      isRefused(404),
    ),
  ];
};

/** Does with each channel what Sepikul does with it, up to the payer's part. */
export const playJourney = async (journey: Journey): Promise<readonly Step[]> => {
  const { gateway, keys, prefix } = journey;
  const steps = [
    judge('an order that nobody knows', await gateway.status(keys, `${prefix}-none`), isRefused(404)),
    judge('an order id that climbs', await gateway.status(keys, '../v2/x?y=1'), isRefused(400)),
  ];
  for (const channel of CORE) steps.push(...(await goThrough(journey, channel)));
  steps.push(...(await openPage(journey)));
  const wrong = { ...keys, serverKey: `${keys.serverKey}-wrong` };
  steps.push(judge('a wrong key', await gateway.status(wrong, `${prefix}-none`), isRefused(401)));
  return steps;
};
