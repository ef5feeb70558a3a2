import { get, type IncomingMessage } from 'node:http';

export interface Heard<Data> {
  readonly event: string;
  readonly id: string;
  readonly data: Data;
}

export interface Listener<Data> {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly heard: readonly Heard<Data>[];
  /** The body of an answer that is no stream. */
  readonly body: () => string;
  readonly ended: Promise<void>;
  close(): void;
}

const readEvent = <Data>(block: string): Heard<Data> | undefined => {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const [event, id, data] = [field('event'), field('id'), field('data')];
  if (event === undefined || id === undefined || data === undefined) return undefined;
  return { event, id, data: JSON.parse(data) as Data };
};

/** Listens to server-sent events as a browser does. */
export const listen = <Data>(url: string, headers: Record<string, string> = {}): Promise<Listener<Data>> =>
  new Promise((resolve, reject) => {
    const asked = get(url, { headers, agent: false }, (answer) => {
      const heard: Heard<Data>[] = [];
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const event = readEvent<Data>(block);
          if (event !== undefined) heard.push(event);
        }
      });
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        heard,
        body: () => text,
        ended: new Promise((done) => {
          answer.on('close', done);
        }),
        close: () => {
          asked.destroy();
        },
      });
    });
    asked.on('error', reject);
  });
