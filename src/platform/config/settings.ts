import { databaseSettings } from './database-settings.js';
import { limitSettings } from './limit-settings.js';
import { midtransSettings } from './midtrans-settings.js';
import { partySettings } from './party-settings.js';
import { processSettings } from './process-settings.js';

/**
 * Every setting there is, subject by subject: `.env.example` is held equal to this table by a test, and the
 * process refuses to start on a bad one, naming all that are wrong at once.
 */
export const settings = {
  ...databaseSettings,
  ...processSettings,
  ...partySettings,
  ...midtransSettings,
  ...limitSettings,
} as const;

export type SettingName = keyof typeof settings;

/** What a process gets: numbers as numbers, unset optional ones as undefined. */
export type Config = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends { kind: 'whole' }
    ? number
    : (typeof settings)[Name] extends { fallback: string }
      ? string
      : string | undefined;
};
