import { pino, type DestinationStream, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';

export const LOGGER = Symbol('logger');
export type Log = Logger;

/** Whatever the place, these keys never reach a log line. */
const secretKeys = [
  'authorization',
  'cookie',
  'password',
  'passwordHash',
  'token',
  'tokenHash',
  'connectionString',
  'DATABASE_URL',
  'REDIS_URL',
];
const redact = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

const credentials = /\/\/[^/@\s]+@/g;

/** Errors keep name, message, code and stack; credentials inside a message are cut out; request objects never come along. */
const serializeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  return {
    name: error.name,
    message: error.message.replace(credentials, '//***@'),
    ...code,
    stack: error.stack?.replace(credentials, '//***@'),
  };
};

/** Structured lines on standard output, secrets cut out. */
export const makeLogger = (level: string, destination?: DestinationStream): Log => {
  const options = {
    level,
    redact: { paths: redact, censor: '***' },
    serializers: { error: serializeError },
    base: { pid: process.pid },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

/** Nest's own lines through the same logger. */
export const nestLogger = (log: Log): LoggerService => ({
  log: (message: unknown, context?: unknown) => {
    log.debug({ context }, String(message));
  },
  warn: (message: unknown, context?: unknown) => {
    log.warn({ context }, String(message));
  },
  error: (message: unknown, ...details: unknown[]) => {
    log.error({ details: details.map(String) }, String(message));
  },
  fatal: (message: unknown) => {
    log.fatal(String(message));
  },
});
