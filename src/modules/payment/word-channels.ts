import { refusePayment } from '../../core/payment/refusals.js';
import { showChannels, type ShownChannel } from '../../core/payment/show-channels.js';
import type { ChannelView } from './due.dto.js';
import type { Offered } from './payment.reader.js';

const reasonOf = (shown: ShownChannel, alternatives: string): { id: string; en: string } | null => {
  const { channel, refusedFor, minRp, maxRp } = shown;
  if (refusedFor === null) return null;
  return refusedFor === 'ABOVE_MOST'
    ? refusePayment('CHANNEL_TAKES_LESS', { channel, maxRp, alternatives }).text
    : refusePayment('CHANNEL_TAKES_MORE', { channel, minRp, alternatives }).text;
};

/** The channels of a collector for an amount, each with its fee, or with the reason and the alternatives. */
export const wordChannels = (offered: Offered | undefined, amountRp: number): ChannelView[] => {
  if (offered === undefined || amountRp === 0) return [];
  const shown = showChannels(offered.channels, amountRp, offered.today);
  const open = shown.filter(({ refusedFor }) => refusedFor === null).map(({ channel }) => channel);
  return shown.map((each) => {
    const { channel, feeRp, totalRp, minRp, maxRp, refusedFor } = each;
    const reason = reasonOf(each, open.length === 0 ? '-' : open.join(', '));
    return {
      ...{ channel, feeRp, totalRp, minRp, maxRp, isOpen: refusedFor === null },
      ...{ reasonId: reason?.id ?? null, reasonEn: reason?.en ?? null },
    };
  });
};
