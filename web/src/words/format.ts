import { now } from './clock.js';
import { useLanguage, type Language } from './language.js';
import { onceUsed } from './once-used.js';

/** The zone of the koperasi of West Java; who works in another sets its own when its screens do. */
const ZONE = 'Asia/Jakarta';

/** So far ahead a weekday is only one day. */
const NEXT_DAYS_MS = 6 * 86_400_000;
/** Of `Kamis, 26 Nov` and `Thursday 26 Nov`. */
const AFTER_WEEKDAY = /,? .*/;

// Rupiah is written the Indonesian way in both languages: Rp1.250.000.
const whole = onceUsed(() => new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 }));

/** `1.250.000`: as rupiah are written, and typed. */
export const wholeNumber = (value: number): string => whole().format(value);

export const formatOf = (language: Language) => {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const numeric = (options: Intl.NumberFormatOptions): (() => Intl.NumberFormat) =>
    onceUsed(() => new Intl.NumberFormat(locale, options));
  const dated = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
    onceUsed(() => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  const number = numeric({ maximumFractionDigits: 2 });
  const large = numeric({ maximumSignificantDigits: 3 });
  const percent = numeric({ style: 'percent', maximumFractionDigits: 1 });
  const inMonth = dated({ timeZone: 'UTC', month: 'long', year: 'numeric' });
  const day = dated({ weekday: 'long', day: 'numeric', month: 'long' });
  const date = dated({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = dated({ weekday: 'long', day: 'numeric', month: 'short' });
  const hour = dated({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const at = (instant: string | Date): Date => new Date(instant);
  /** `17.00` in Indonesian, `17:00` in English. */
  const time = (instant: string | Date): string =>
    hour()
      .format(at(instant))
      .replace(':', language === 'id' ? '.' : ':');
  return {
    /** `Rp1.250.000`; what is taken off is `-Rp1.000`. */
    rupiah: (amountRp: number): string => `${amountRp < 0 ? '-' : ''}Rp${wholeNumber(Math.abs(amountRp))}`,
    /** Large amounts to be seen from afar: `Rp77,5 juta`, `Rp1,04 miliar`. */
    shortRupiah: (amountRp: number): string => {
      const [name, size] = Math.abs(amountRp) >= 1e9 ? billions[language] : millions[language];
      if (Math.abs(amountRp) < 1e6) return `${amountRp < 0 ? '-' : ''}Rp${wholeNumber(Math.abs(amountRp))}`;
      return `${amountRp < 0 ? '-' : ''}Rp${large().format(Math.abs(amountRp) / size)} ${name}`;
    },
    /** `Januari 2026`, of `2026-01`. */
    month: (month: string): string => inMonth().format(new Date(`${month}-15T00:00:00Z`)),
    number: (value: number): string => number().format(value),
    percent: (share: number): string => percent().format(share),
    /** `Kamis 17.00 WIB` of the next days; else, since it may be any Thursday, `Kamis, 26 Nov, 17.00 WIB`. */
    dayTime: (instant: string | Date, from: Date = now()): string => {
      const aheadMs = at(instant).getTime() - from.getTime();
      return aheadMs >= 0 && aheadMs < NEXT_DAYS_MS
        ? `${shortDay().format(at(instant)).replace(AFTER_WEEKDAY, '')} ${time(instant)} WIB`
        : `${shortDay().format(at(instant))}, ${time(instant)} WIB`;
    },
    /** `Kamis, 26 November` */
    day: (instant: string | Date): string => day().format(at(instant)),
    /** `26 Nov 2026` */
    date: (instant: string | Date): string => date().format(at(instant)),
    /** `26 Nov 2026 17.00 WIB` */
    dateTime: (instant: string | Date): string => `${date().format(at(instant))} ${time(instant)} WIB`,
    time: (instant: string | Date): string => `${time(instant)} WIB`,
    /** Milli base units as `50 kg`, `1,5 ton`; the unit is a code of UN/CEFACT Rec 20. */
    quantity: (milli: number, unit: string): string => {
      const amount = milli / 1000;
      if (unit === 'KGM' && amount >= 1000)
        return `${number().format(amount / 1000)} ${language === 'id' ? 'ton' : 't'}`;
      return `${number().format(amount)} ${unitNames[unit]?.[language] ?? unit}`;
    },
    unit: (unit: string): string => unitNames[unit]?.[language] ?? unit,
  };
};

const millions: Readonly<Record<Language, readonly [name: string, size: number]>> = {
  id: ['juta', 1e6],
  en: ['million', 1e6],
};
const billions: Readonly<Record<Language, readonly [name: string, size: number]>> = {
  id: ['miliar', 1e9],
  en: ['billion', 1e9],
};

const unitNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  KGM: { id: 'kg', en: 'kg' },
  LTR: { id: 'liter', en: 'l' },
  H87: { id: 'buah', en: 'pcs' },
  EA: { id: 'buah', en: 'each' },
  TNE: { id: 'ton', en: 't' },
};

export type Format = ReturnType<typeof formatOf>;
const formats: Readonly<Record<Language, Format>> = { id: formatOf('id'), en: formatOf('en') };

/** Numbers, money and times as the reader's language writes them. */
export const useFormat = (): Format => formats[useLanguage()];
