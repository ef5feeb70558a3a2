import { corsOrigins } from '../edge/cors-origins.js';
import type { Setting } from './setting.js';
import { settings, type Config } from './settings.js';

/** All that is wrong with the environment, a line each; values of secrets are not repeated. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`configuration refused:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const shown = (setting: Setting, raw: string): string => (setting.secret ? 'its value' : JSON.stringify(raw));

const problemOf = (setting: Setting, raw: string): string | undefined => {
  switch (setting.kind) {
    case 'text':
      return undefined;
    case 'choice':
      return setting.choices?.includes(raw)
        ? undefined
        : `${shown(setting, raw)} is none of ${setting.choices?.join(', ')}`;
    case 'whole': {
      const value = Number(raw);
      const fits = /^\d+$/.test(raw) && value >= setting.min && value <= setting.max;
      return fits
        ? undefined
        : `${shown(setting, raw)} is no whole number from ${setting.min} to ${setting.max}`;
    }
    case 'origins':
      return corsOrigins(raw) === undefined
        ? `${shown(setting, raw)} is no list of origins such as https://a.example`
        : undefined;
    case 'url': {
      const protocol = URL.canParse(raw) ? new URL(raw).protocol : '';
      return setting.protocols?.includes(protocol)
        ? undefined
        : `${shown(setting, raw)} is no URL beginning with ${setting.protocols?.join(' or ')}`;
    }
  }
};

const isSecret = (name: string): boolean =>
  (settings as Readonly<Record<string, Setting>>)[name]?.secret === true;

/** Whoever writes the configuration down, into a log or an error, writes no secret. */
const hidingSecrets = (config: Config): Config =>
  Object.defineProperty(config, 'toJSON', {
    value: () =>
      Object.fromEntries(
        Object.entries(config).map(([name, value]) => [
          name,
          value !== undefined && isSecret(name) ? 'set' : value,
        ]),
      ),
  });

/**
 * Reads the whole configuration once.
 * @throws ConfigError naming every bad setting at once.
 */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const problems: string[] = [];
  const entries = Object.entries(settings).map(([name, setting]: [string, Setting]) => {
    const raw = env[name]?.trim();
    if (raw === undefined || raw === '') return [name, setting.fallback];
    const problem = problemOf(setting, raw);
    if (problem !== undefined) problems.push(`${name}: ${problem}`);
    return [name, setting.kind === 'whole' ? Number(raw) : raw];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return hidingSecrets(Object.fromEntries(entries) as Config);
};
