import type { Setting } from './setting.js';

interface Variable {
  readonly about: string;
  readonly example: string;
}

/**
 * What docker-compose.yml and `sepikul provision` read beside the settings. None has a default: without
 * them nothing starts, so that no deployment runs on a password out of a repository.
 */
export const deploymentVariables: Readonly<Record<string, Variable>> = {
  POSTGRES_PASSWORD: { about: 'The superuser of the PostgreSQL container.', example: 'change-me' },
  SEPIKUL_MIGRATOR_PASSWORD: { about: 'Role sepikul_migrator, which owns the schema.', example: 'change-me' },
  SEPIKUL_APP_PASSWORD: { about: 'Role sepikul_app, which serves HTTP.', example: 'change-me' },
  SEPIKUL_WORKER_PASSWORD: { about: 'Role sepikul_worker, which runs the jobs.', example: 'change-me' },
  SEPIKUL_AUDITOR_PASSWORD: { about: 'Role sepikul_auditor, which only reads.', example: 'change-me' },
};

const WIDTH = 100;

/** Comment lines of whole words, at most WIDTH characters each. */
const comment = (text: string): string[] => {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
};

/** Quoted where a shell or docker compose would otherwise break the value into words. */
const quoted = (value: string): string => (/^[\w./:@-]*$/.test(value) ? value : JSON.stringify(value));

const factsOf = (setting: Setting): string => {
  const facts: string[] = [];
  if (setting.kind === 'whole') facts.push(`A whole number from ${setting.min} to ${setting.max}.`);
  if (setting.fallback !== undefined) facts.push(`Default: ${setting.fallback}.`);
  if (setting.secret === true) facts.push('A secret.');
  return [setting.about, ...facts].join(' ');
};

/** What has a default is shown with its value; what may stay unset is shown commented out. */
const paragraph = (name: string, setting: Setting): string[] => {
  const line = `${name}=${quoted(setting.example)}`;
  return [...comment(factsOf(setting)), setting.fallback === undefined ? `# ${line}` : line, ''];
};

/** The text of `.env.example`, made from the table of settings, so that the two cannot drift. */
export const envExample = (settings: Readonly<Record<string, Setting>>): string =>
  [
    ...comment(
      'Every setting of Sepikul, each with its default. Made from src/platform/config/*-settings.ts.',
    ),
    ...comment(
      '`npm start` needs none of them. docker compose reads a copy named .env, and so does `node --env-file=.env`.',
    ),
    '',
    ...Object.entries(settings).flatMap(([name, setting]) => paragraph(name, setting)),
    ...comment(
      'For docker-compose.yml and `sepikul provision` only. Letters, digits, - and _ ' +
        '(`openssl rand -hex 24`), since they become part of URLs; keep them out of any repository.',
    ),
    '',
    ...Object.entries(deploymentVariables).flatMap(([name, { about, example }]) => [
      ...comment(about),
      `# ${name}=${quoted(example)}`,
      '',
    ]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
