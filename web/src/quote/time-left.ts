const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Seconds in the parts that people count in. Below zero is zero. */
export const splitTime = (leftS: number): TimeLeft => {
  const left = Math.max(0, Math.floor(leftS));
  return {
    days: Math.floor(left / DAY_S),
    hours: Math.floor((left % DAY_S) / HOUR_S),
    minutes: Math.floor((left % HOUR_S) / MINUTE_S),
    seconds: left % MINUTE_S,
  };
};

/**
 * The two largest parts that matter: days and hours, hours and minutes, minutes and seconds; nobody waits for the
 * seconds of a day.
 */
export const wordsOfTime = (leftS: number): readonly (readonly [number, keyof TimeLeft])[] => {
  const { days, hours, minutes, seconds } = splitTime(leftS);
  if (days > 0)
    return [
      [days, 'days'],
      [hours, 'hours'],
    ];
  if (hours > 0)
    return [
      [hours, 'hours'],
      [minutes, 'minutes'],
    ];
  return [
    [minutes, 'minutes'],
    [seconds, 'seconds'],
  ];
};

/**
 * What is left by the server's clock: it said `saidS` when the phone's clock stood at `heardAtMs`; the phone's may be
 * wrong, but it runs as fast.
 */
export const leftNow = (saidS: number, heardAtMs: number, nowMs: number): number =>
  Math.max(0, saidS - Math.max(0, nowMs - heardAtMs) / 1000);
