import fc from 'fast-check';
import { Writable } from 'node:stream';
import { makeLogger, nestLogger, type Log } from './logger.js';
import { secretKeys } from './sieve.js';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
const CANARY = 'kenari-7f3a-geheim';

const writtenBy = (write: (log: Log) => void): string => {
  let text = '';
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  write(makeLogger('debug', sink));
  return text;
};

/** The ways in which something could come to the log, each at a level. */
const paths: Readonly<Record<string, (log: Log, level: (typeof LEVELS)[number], secret: string) => void>> = {
  'a field': (log, level, secret) => {
    log[level]({ password: secret, totpCode: secret, token: secret }, 'said');
  },
  'a field far down': (log, level, secret) => {
    log[level]({ a: { b: [{ c: { d: { e: { authorization: `Bearer ${secret}` } } } }] } }, 'said');
  },
  'heads of a request': (log, level, secret) => {
    log[level]({ headers: { Authorization: `Bearer ${secret}`, cookie: `x=${secret}` } }, 'said');
  },
  'what belongs to an error': (log, level, secret) => {
    const error = Object.assign(new Error('failed'), { config: { data: secret }, detail: secret });
    log[level]({ error, err: error }, 'said');
  },
  'an error naming a database': (log, level, secret) => {
    log[level]({ error: new Error(`cannot reach postgresql://sepikul_app:${secret}@db:5432/x`) }, 'said');
  },
  'an error quoting a body': (log, level, secret) => {
    log[level]({ error: new Error(`no JSON: {"login":"a","password":"${secret}"}`) }, 'said');
  },
  'the message': (log, level, secret) => {
    log[level](`Authorization: Bearer ${secret} and redis://:${secret}@host and token=${secret}`);
  },
  'an address': (log, level, secret) => {
    log[level]({ text: `otpauth://totp/Sepikul:a?secret=${secret}` }, 'said');
  },
  'a hash': (log, level, secret) => {
    log[level]({ row: `$argon2id$v=19$m=65536,t=3,p=4$${secret}` }, 'said');
  },
  'a list of secrets': (log, level, secret) => {
    log[level]({ shares: [secret, secret], privateKey: { d: secret } }, 'said');
  },
  "Nest's lines": (log, _, secret) => {
    const nest = nestLogger(log);
    nest.error(`cannot reach postgresql://a:${secret}@db/x`, `Bearer ${secret}`);
    nest.warn(`password=${secret}`);
    nest.log(`{"token":"${secret}"}`);
    nest.fatal?.(`Basic ${secret}`);
  },
};

describe('the log', () => {
  it.each(Object.keys(paths))('lets no secret out by %s, at any level', (name) => {
    for (const level of LEVELS) {
      const text = writtenBy((log) => paths[name]?.(log, level, CANARY));
      expect(text).not.toContain(CANARY);
    }
  });

  it('still writes a line that is JSON, whatever the secret looks like', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secretKeys),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (key, secret, other) => {
          const text = writtenBy((log) => {
            log.info(
              { [key]: `${CANARY}${secret}`, deep: { [key]: { at: [{ a: `${CANARY}"` }] } }, id: 7, other },
              'said',
            );
          });
          expect(text).not.toContain(CANARY);
          expect(JSON.parse(text)).toMatchObject({ id: 7, msg: 'said' });
        },
      ),
    );
  });

  it('does let out what is planted beside every rule, so that looking for it would find it', () => {
    expect(writtenBy((log) => log.info({ note: CANARY }, 'said'))).toContain(CANARY);
  });
});
