import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { EventStream, eventFrame } from './event-stream.js';

let server: Server;
let opened: (stream: EventStream) => void;
beforeAll(async () => {
  server = createServer((_, response) => {
    opened(EventStream.open(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A listener that has heard the first words and takes no more until it reads on. */
const connect = async (): Promise<{ stream: EventStream; answer: IncomingMessage; hangUp: () => void }> => {
  const stream = new Promise<EventStream>((resolve) => {
    opened = resolve;
  });
  const { port } = server.address() as AddressInfo;
  const asked = get({ host: '127.0.0.1', port, agent: false });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { stream: await stream, answer, hangUp: () => asked.destroy() };
};

const idsIn = (text: string): number[] => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

describe('a stream of events', () => {
  it('keeps for a slow caller only the newest of what it has not taken', async () => {
    const { stream, answer } = await connect();
    const bulk = 'x'.repeat(1_000_000);
    for (let id = 1; id <= 200; id += 1) stream.send(eventFrame('meter', String(id), { id, bulk }));
    let text = '';
    answer.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
    });
    while (idsIn(text).at(-1) !== 200) await once(answer, 'data');
    // Far fewer than were sent: what could not be taken was replaced, and the last one came.
    expect(idsIn(text).length).toBeLessThan(50);
    stream.end();
    await once(answer, 'end');
  });

  it('tells when its caller has gone, and takes what is still sent', async () => {
    const { stream, answer, hangUp } = await connect();
    answer.on('error', () => undefined);
    const gone = new Promise<void>((resolve) => {
      stream.onClose(resolve);
    });
    hangUp();
    await gone;
    expect(() => {
      stream.send(eventFrame('meter', '1', {}));
      stream.beat();
      stream.end();
    }).not.toThrow();
  });

  it('keeps a silent connection alive', async () => {
    const { stream, answer } = await connect();
    answer.setEncoding('latin1');
    let text = '';
    answer.on('data', (chunk: string) => {
      text += chunk;
    });
    stream.beat();
    stream.end();
    await once(answer, 'end');
    expect(text).toBe('retry: 3000\n\n:\n\n');
  });
});
