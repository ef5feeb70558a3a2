import type { Config } from '../config/config.js';
import { rateClasses, type RateClass } from './rate-class.js';
import { RateWindow, type Counted } from './rate-window.js';

export const WINDOW_S = 60;

export type RateConfig = Pick<
  Config,
  | 'RATE_SIGN_INS'
  | 'RATE_WRITES'
  | 'RATE_READS'
  | 'RATE_STREAMS'
  | 'RATE_DOWNLOADS'
  | 'RATE_NOTIFICATIONS'
  | 'RATE_PAGES'
>;

const limitsOf = (config: RateConfig): Readonly<Record<RateClass, number>> => ({
  'sign-in': config.RATE_SIGN_INS,
  write: config.RATE_WRITES,
  read: config.RATE_READS,
  stream: config.RATE_STREAMS,
  download: config.RATE_DOWNLOADS,
  notification: config.RATE_NOTIFICATIONS,
  page: config.RATE_PAGES,
});

/** The counts of this process: with several behind a proxy a caller may come as often to each. */
export class RateLimits {
  readonly limits: Readonly<Record<RateClass, number>>;
  private readonly windows: Readonly<Record<RateClass, RateWindow>>;

  constructor(config: RateConfig) {
    this.limits = limitsOf(config);
    this.windows = Object.fromEntries(
      rateClasses.map((name) => [name, new RateWindow(this.limits[name], WINDOW_S * 1000)]),
    ) as Record<RateClass, RateWindow>;
  }

  count(rateClass: RateClass, caller: string): Counted {
    return this.windows[rateClass].count(caller, performance.now());
  }
}
