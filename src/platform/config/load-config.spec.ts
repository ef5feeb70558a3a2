import { ConfigError, loadConfig } from './load-config.js';
import { databaseSettings } from './database-settings.js';
import { limitSettings } from './limit-settings.js';
import { midtransSettings } from './midtrans-settings.js';
import { partySettings } from './party-settings.js';
import { processSettings } from './process-settings.js';
import type { Setting } from './setting.js';
import { settings, type SettingName } from './settings.js';

const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

const table = Object.entries(settings) as [SettingName, Setting][];

describe('the table of settings', () => {
  it('has every setting of every subject, and none of two', () => {
    const subjects = [databaseSettings, processSettings, partySettings, midtransSettings, limitSettings];
    expect(subjects.flatMap((subject) => Object.keys(subject))).toEqual(Object.keys(settings));
  });
});

describe('the configuration', () => {
  it('is complete without any variable: every setting has its default', () => {
    const config = loadConfig({});
    expect(Object.keys(config)).toEqual(Object.keys(settings));
    for (const [name, setting] of table) expect([name, config[name]]).toEqual([name, setting.fallback]);
    expect(config).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: undefined,
      LOG_LEVEL: 'info',
    });
  });

  it('takes what is set, numbers as numbers, without the blanks around it', () => {
    const config = loadConfig({
      PORT: ' 8080 ',
      HOST: '0.0.0.0',
      REDIS_URL: 'redis://127.0.0.1:6379',
      UNRELATED: 'x',
    });
    expect(config).toMatchObject({ PORT: 8080, HOST: '0.0.0.0', REDIS_URL: 'redis://127.0.0.1:6379' });
    expect(config).not.toHaveProperty('UNRELATED');
  });

  it('takes an empty value for one that is not set', () => {
    expect(loadConfig({ DATABASE_URL: '', PORT: '  ', LOG_LEVEL: '' })).toEqual(loadConfig({}));
  });

  it('names all that is wrong at once', () => {
    const wrong = {
      PORT: '65536',
      DATABASE_POOL_SIZE: '1',
      WORKER_CONCURRENCY: 'many',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://localhost/sepikul',
      REDIS_URL: 'localhost:6379',
    };
    const problems = problemsOf(wrong);
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(() => loadConfig(wrong)).toThrow(/configuration refused:\n( {2}- .+\n?){6}$/);
  });

  it.each(['-1', '3.5', '1e3', '0x10', '٣', 'NaN', '99999999999999999999'])('refuses %s as a port', (raw) => {
    expect(problemsOf({ PORT: raw })).toEqual([
      `PORT: ${JSON.stringify(raw)} is no whole number from 0 to 65535`,
    ]);
  });

  it.each(table.filter(([, setting]) => setting.kind === 'whole'))(
    'takes %s from its least to its most and nothing beyond',
    (name, setting) => {
      if (setting.kind !== 'whole') throw new Error('not a number');
      expect(problemsOf({ [name]: String(setting.min) })).toEqual([]);
      expect(problemsOf({ [name]: String(setting.max) })).toEqual([]);
      expect(problemsOf({ [name]: String(setting.min - 1) })).toHaveLength(1);
      expect(problemsOf({ [name]: String(setting.max + 1) })).toHaveLength(1);
    },
  );

  it.each(table.filter(([, setting]) => setting.secret === true))('never repeats the value of %s', (name) => {
    const env = { [name]: 'ftp://somebody:b3rAs-s4ngat-rahasia@10.0.0.1/x' };
    const said = [
      ...problemsOf(env),
      ((): string => {
        try {
          return JSON.stringify(loadConfig(env));
        } catch (error) {
          return String(error) + ((error as Error).stack ?? '');
        }
      })(),
    ].join('\n');
    expect(said).toContain(name);
    expect(said).not.toMatch(/rahasia|somebody|10\.0\.0\.1/);
  });

  it('keeps every setting that holds a password among the secrets', () => {
    const holding = table
      .filter(([name, setting]) => {
        const hasUser = setting.kind === 'url' && !setting.protocols?.some((each) => each.startsWith('http'));
        return hasUser || /(_KEY|PASSWORD|TOKEN)$/.test(name);
      })
      .map(([name]) => name);
    expect(table.filter(([, setting]) => setting.secret === true).map(([name]) => name)).toEqual(holding);
  });
});
