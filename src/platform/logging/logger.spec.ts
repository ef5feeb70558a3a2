import { Writable } from 'node:stream';
import { makeLogger } from './logger.js';

const logged = (
  write: (log: ReturnType<typeof makeLogger>) => void,
  level = 'info',
): Record<string, unknown>[] => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  write(makeLogger(level, sink));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the log', () => {
  it('cuts secrets out, at whatever depth they come', () => {
    const [line] = logged((log) => {
      log.info({
        password: 'geheim-1',
        headers: { authorization: 'Bearer geheim-2', cookie: 'geheim-3' },
        body: { person: { password: 'geheim-4', token: 'geheim-5' } },
        DATABASE_URL: 'postgresql://a:geheim-6@host/db',
      });
    });
    expect(JSON.stringify(line)).not.toContain('geheim');
    expect(line).toMatchObject({ headers: { authorization: '***' } });
  });

  it('keeps what an error says, but no credentials and nothing hung onto it', () => {
    const error = Object.assign(new Error('cannot reach postgresql://sepikul_app:geheim@db:5432/x'), {
      code: 'ECONNREFUSED',
      config: { headers: { authorization: 'Basic geheim' } },
    });
    const [line] = logged((log) => {
      log.error({ error, requestId: 'abc' }, 'failed');
    });
    expect(JSON.stringify(line)).not.toContain('geheim');
    expect(line).toMatchObject({ requestId: 'abc', msg: 'failed', error: { code: 'ECONNREFUSED' } });
  });

  it('says nothing below its level', () => {
    expect(
      logged((log) => {
        log.info('quiet');
      }, 'warn'),
    ).toEqual([]);
  });
});
