/** The ways of paying that a gateway offers; the port in platform/gateway names the same, which the compiler holds. */
export const channels = ['bca-va', 'bni-va', 'bri-va', 'permata-va', 'mandiri-bill', 'qris', 'snap'] as const;
export type Channel = (typeof channels)[number];

/** What holds of a channel from a day on. */
export interface ChannelTerms {
  readonly channel: Channel;
  /** Civil date. */
  readonly validFrom: string;
  readonly minRp: number;
  readonly maxRp: number;
  /** The gateway's fee, which it takes off what the collector gets: so much per payment, and so many basis points. */
  readonly feeRp: number;
  readonly feeBps: number;
  /** PPN on the fee, in basis points. */
  readonly feeTaxBps: number;
  /** Until then the bank may take a payment back: no goods go and nothing is ordered before. */
  readonly settlingDelayS: number;
  /** Whether money goes back through the gateway; else by credit or by transfer. */
  readonly isRefundable: boolean;
}

const bank = (channel: Channel, maxRp: number, settlingDelayS: number): ChannelTerms => ({
  ...{ channel, validFrom: '2025-01-01', minRp: 10_000, maxRp, feeRp: 4_000, feeBps: 0, feeTaxBps: 1_100 },
  ...{ settlingDelayS, isRefundable: false },
});

const BILLION = 1_000_000_000;

/**
 * Dated data: a change is a new row. Fees as in the gateway's public examples (Rp4,000 and 11 % PPN per bank
 * transfer, 0.7 % per QRIS); QRIS ends at Rp10 million by its scheme. Banks that reverse (Permata, Mandiri, and what
 * Snap may lead to) get ten minutes.
 */
export const channelTerms: readonly ChannelTerms[] = [
  bank('bca-va', 50 * BILLION, 0),
  bank('bni-va', 50 * BILLION, 0),
  bank('bri-va', 50 * BILLION, 0),
  bank('permata-va', 50 * BILLION, 600),
  bank('mandiri-bill', 50 * BILLION, 600),
  {
    ...{ channel: 'qris', validFrom: '2025-01-01', minRp: 1_500, maxRp: 10_000_000, feeRp: 0, feeBps: 70 },
    ...{ feeTaxBps: 0, settlingDelayS: 0, isRefundable: true },
  },
  {
    ...{
      channel: 'snap',
      validFrom: '2025-01-01',
      minRp: 10_000,
      maxRp: 50 * BILLION,
      feeRp: 4_000,
      feeBps: 0,
    },
    ...{ feeTaxBps: 1_100, settlingDelayS: 600, isRefundable: true },
  },
];

/** What holds of a channel on a day; undefined before its first row. */
export const termsOn = (
  channel: Channel,
  day: string,
  terms: readonly ChannelTerms[] = channelTerms,
): ChannelTerms | undefined =>
  terms
    .filter((each) => each.channel === channel && each.validFrom <= day)
    .reduce<ChannelTerms | undefined>(
      (latest, each) => (latest === undefined || each.validFrom > latest.validFrom ? each : latest),
      undefined,
    );
