import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** One keep-alive connection that sends a request and waits for its answer: as little client as possible, since it shares the machine. */
export interface HttpClient {
  post(path: string, token: string, body: string): Promise<number>;
  close(): void;
}

const END_OF_HEAD = '\r\n\r\n';

/** Status of a whole answer, or undefined while it is still coming. */
const readStatus = (text: string): number | undefined => {
  const head = text.indexOf(END_OF_HEAD);
  if (head < 0) return undefined;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1]);
  if (Number.isNaN(length)) throw new Error(`an answer without content-length: ${text.slice(0, head)}`);
  return Buffer.byteLength(text) >= head + END_OF_HEAD.length + length
    ? Number(text.slice(9, 12))
    : undefined;
};

export const openClient = (port: number): Promise<HttpClient> =>
  new Promise((resolve, reject) => {
    let text = '';
    let waiting: ((status: number) => void) | undefined;
    const socket: Socket = connect(port, '127.0.0.1', () => {
      socket.setNoDelay(true);
      resolve({
        post: (path, token, body) =>
          new Promise((done) => {
            waiting = done;
            socket.write(
              `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n${process.env.BENCH_UNKEYED === undefined ? `idempotency-key: ${randomUUID()}\r\n` : ''}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
            );
          }),
        close: () => socket.destroy(),
      });
    });
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const status = readStatus(text);
      if (status === undefined) return;
      if (status !== 201) throw new Error(text);
      text = '';
      waiting?.(status);
    });
  });
