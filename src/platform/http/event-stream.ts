import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A caller that takes nothing for so long is gone, or as good as gone. */
const STALL_MS = 60_000;

/** The parts of a reply that tell Fastify's from Express's. */
interface Reply {
  readonly raw?: ServerResponse;
  hijack?(): unknown;
  getHeaders?(): OutgoingHttpHeaders;
}

/** An event as it goes over the wire; made once, however many listen. */
export const eventFrame = (event: string, id: string, data: object): Buffer =>
  Buffer.from(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);

const BEAT = Buffer.from(':\n\n');

/**
 * One listener to server-sent events that tell a state, not a log: what a slow caller has not taken yet is
 * replaced by what is newer, so that it costs one event of memory however slow it is.
 */
export class EventStream {
  private blockedSinceMs: number | null = null;
  private waiting: Buffer | null = null;

  private constructor(private readonly raw: ServerResponse) {
    raw.on('drain', () => {
      this.blockedSinceMs = null;
      const next = this.waiting;
      this.waiting = null;
      if (next !== null) this.send(next);
    });
    // A caller that hangs up while something is being written is no news.
    raw.on('error', () => undefined);
  }

  /** Takes the reply over from the framework and begins the answer; 204 tells a browser not to come back. */
  static open(response: object, status: 200 | 204 = 200): EventStream {
    const reply = response as Reply;
    reply.hijack?.();
    const raw = reply.raw ?? (response as ServerResponse);
    raw.writeHead(status, {
      ...(reply.raw === undefined ? {} : reply.getHeaders?.()),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    if (status === 200) raw.write('retry: 3000\n\n');
    return new EventStream(raw);
  }

  onClose(gone: () => void): void {
    this.raw.on('close', gone);
  }

  send(frame: Buffer): void {
    if (this.raw.destroyed || this.raw.writableEnded) return;
    if (this.blockedSinceMs !== null) this.waiting = frame;
    else if (!this.raw.write(frame)) this.blockedSinceMs = Date.now();
  }

  /** Keeps what lies between from closing a silent connection, and lets go of who takes nothing. */
  beat(): void {
    if (this.blockedSinceMs === null) this.send(BEAT);
    else if (Date.now() - this.blockedSinceMs > STALL_MS) this.raw.destroy();
  }

  end(): void {
    if (!this.raw.writableEnded) this.raw.end();
  }
}
