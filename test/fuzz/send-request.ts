import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | undefined;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly tookMs: number;
}

/** So long an answer may take, unless the machine is known to be busy. */
const HANG_MS = 5_000;
/** So long a stream of events is listened to. */
const LISTEN_MS = 50;

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends a request as it is, however strange; undefined when nothing came in time, or the connection broke. */
export const sendRequest = (
  { method, url, headers, body }: Sent,
  hangMs = HANG_MS,
): Promise<Received | undefined> =>
  new Promise((resolve) => {
    const started = performance.now();
    const asked = httpRequest(url, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      const end = (): void => {
        clearTimeout(hang);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
          tookMs: performance.now() - started,
        });
      };
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', end);
      answer.on('error', () => undefined);
      if (answer.headers['content-type']?.startsWith('text/event-stream') === true)
        setTimeout(() => {
          end();
          asked.destroy();
        }, LISTEN_MS);
    });
    const hang = setTimeout(() => asked.destroy(new Error('hangs')), hangMs);
    asked.on('error', () => {
      clearTimeout(hang);
      resolve(undefined);
    });
    asked.end(body);
  });

/** Percent-encodes as UTF-8; what already begins with a percent sign is sent as it stands, and blank is a blank. */
export const encodePart = (text: string): string => {
  if (text === '') return '%20';
  if (/^%[\w%]*$/.test(text)) return text;
  return [...Buffer.from(text)]
    .map((byte) =>
      /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
};

export const closeConnections = (): void => {
  agent.destroy();
};
