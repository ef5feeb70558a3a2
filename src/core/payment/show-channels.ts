import { assertWhole } from '../kernel/whole.js';
import { channels, termsOn, type Channel, type ChannelTerms } from './channels.js';
import { refusePayment } from './refusals.js';

/** One way of paying an amount, with what it costs, or why it cannot be. */
export interface ShownChannel {
  readonly channel: Channel;
  /** What the gateway keeps of it: borne by who collects. */
  readonly feeRp: number;
  /** What the payer pays. */
  readonly totalRp: number;
  readonly refusedFor: 'BELOW_LEAST' | 'ABOVE_MOST' | null;
  readonly minRp: number;
  readonly maxRp: number;
}

/**
 * The gateway's fee of an amount, in rupiah, half a rupiah upwards.
 *
 *   bank transfer: 4,000 + 11 % = 4,440;   QRIS of Rp275,000 at 0.7 %: 1,925
 */
export const feeOf = ({ feeRp, feeBps, feeTaxBps }: ChannelTerms, amountRp: number): number => {
  assertWhole(amountRp, 'amountRp');
  const bare = BigInt(feeRp) * 10_000n + BigInt(amountRp) * BigInt(feeBps);
  const taxed = bare * BigInt(10_000 + feeTaxBps);
  return Number((taxed + 50_000_000n) / 100_000_000n);
};

/** Each channel that the collector has, in the list's order: fee and total, or why it cannot take the amount. */
export const showChannels = (offered: readonly Channel[], amountRp: number, day: string): ShownChannel[] =>
  channels.flatMap((channel) => {
    const terms = offered.includes(channel) ? termsOn(channel, day) : undefined;
    if (terms === undefined) return [];
    const { minRp, maxRp } = terms;
    const refusedFor = amountRp < minRp ? 'BELOW_LEAST' : amountRp > maxRp ? 'ABOVE_MOST' : null;
    return [{ channel, feeRp: feeOf(terms, amountRp), totalRp: amountRp, refusedFor, minRp, maxRp }];
  });

/**
 * The terms of the channel that a payer chose.
 * @throws Refusal when the collector does not have it or it cannot take the amount; it names those that can.
 */
export const chooseChannel = (
  offered: readonly Channel[],
  chosen: Channel,
  amountRp: number,
  day: string,
): ChannelTerms => {
  const shown = showChannels(offered, amountRp, day);
  const found = shown.find(({ channel }) => channel === chosen);
  const others = shown.filter(({ refusedFor }) => refusedFor === null).map(({ channel }) => channel);
  const alternatives = others.length === 0 ? '-' : others.join(', ');
  const terms = termsOn(chosen, day);
  if (found === undefined || terms === undefined)
    throw refusePayment('CHANNEL_NOT_OFFERED', { channel: chosen, alternatives }, 'channel');
  const { minRp, maxRp, refusedFor } = found;
  if (refusedFor === 'ABOVE_MOST')
    throw refusePayment('CHANNEL_TAKES_LESS', { channel: chosen, maxRp, alternatives }, 'channel');
  if (refusedFor === 'BELOW_LEAST')
    throw refusePayment('CHANNEL_TAKES_MORE', { channel: chosen, minRp, alternatives }, 'channel');
  return terms;
};
