import type { Setting } from './setting.js';

/** How a process runs: where it listens, what it writes down, which keys it holds. */
export const processSettings = {
  HOST: {
    kind: 'text',
    fallback: '127.0.0.1',
    about: 'Address the HTTP process listens on.',
    example: '127.0.0.1',
  },
  PORT: {
    kind: 'whole',
    min: 0,
    max: 65_535,
    fallback: 3000,
    about: 'Port of the HTTP process; 0 takes a free one.',
    example: '3000',
  },
  WORKER_CONCURRENCY: {
    kind: 'whole',
    min: 1,
    max: 64,
    fallback: 4,
    about: 'Jobs one worker process runs at a time.',
    example: '4',
  },
  SHUTDOWN_GRACE_S: {
    kind: 'whole',
    min: 1,
    max: 300,
    fallback: 20,
    about: 'Seconds a stopping process waits for requests and jobs under way.',
    example: '20',
  },
  LOG_LEVEL: {
    kind: 'choice',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    fallback: 'info',
    about: 'Least severe log line that is written: fatal, error, warn, info, debug or silent.',
    example: 'info',
  },
  CORS_ORIGINS: {
    kind: 'origins',
    fallback: undefined,
    about:
      'Origins whose pages may call the API from a browser, commas between them. Unset: none but its own.',
    example: 'https://belanja.example,https://dapur.example',
  },
  DISPLAY_NAME: {
    kind: 'text',
    fallback: 'Belanja Bersama Sepikul',
    about: 'The name people see.',
    example: 'Belanja Bersama Sepikul',
  },
  OPENING_KEY_FILE: {
    kind: 'text',
    fallback: undefined,
    about:
      'File with the key that opens sealed bids in server mode, for workers only; `sepikul opening-key` makes it. Unset: .data/opening-key, made where it is missing. Lose it, and what it sealed is never opened.',
    example: '/run/sepikul/opening-key',
  },
  SECRET_KEY: {
    kind: 'text',
    fallback: undefined,
    secret: true,
    about:
      'Seals the secrets of authenticator apps and makes one-time codes; the same for every process, 32 characters or more (`openssl rand -hex 32`), kept apart from backups of the database. Unset: made once and kept in .data/secret-key.',
    example: 'change-me-to-64-letters-and-digits',
  },
  MESSAGES_FILE: {
    kind: 'text',
    fallback: undefined,
    about:
      'For development: the file to which messages to people (one-time codes) are written. Unset: .data/messages.jsonl with the embedded database; else messages wait until somebody carries them.',
    example: '/tmp/sepikul-messages.jsonl',
  },
} as const satisfies Readonly<Record<string, Setting>>;
