import { pino, type DestinationStream, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';
import { sieve, withoutSecrets } from './sieve.js';

export const LOGGER = Symbol('logger');
export type Log = Logger;

/** Errors keep name, message, code and stack; what libraries hang onto them, requests among it, never comes along. */
const serializeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  return {
    name: error.name,
    message: error.message,
    ...code,
    stack: error.stack,
  };
};

/** Structured lines on standard output, secrets cut out. */
export const makeLogger = (level: string, destination?: DestinationStream): Log => {
  const options = {
    level,
    formatters: { log: (fields: object) => withoutSecrets(fields) as Record<string, unknown> },
    hooks: { streamWrite: sieve },
    serializers: { error: serializeError, err: serializeError },
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
