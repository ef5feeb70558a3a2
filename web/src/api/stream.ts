import { session } from './session.js';

export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
}

const AGAIN_MS = 3_000;
const SLOWEST_MS = 60_000;

/** The frames of a text/event-stream, as far as they are whole; what is left begins the next. */
export const readFrames = (text: string): { readonly events: StreamEvent[]; readonly rest: string } => {
  const frames = text.split('\n\n');
  const rest = frames.pop() ?? '';
  const events = frames.flatMap((frame) => {
    const lines = frame.split('\n');
    const of = (field: string): string =>
      lines
        .filter((line) => line.startsWith(`${field}: `))
        .map((line) => line.slice(field.length + 2))
        .join('\n');
    const data = of('data');
    return data === '' ? [] : [{ event: of('event') || 'message', data: JSON.parse(data) as unknown }];
  });
  return { events, rest };
};

/**
 * Listens to server-sent events, with the session's token, which EventSource cannot send; comes back by itself after
 * a broken connection, later each time, and ends when the server says there is nothing more (204).
 * @returns how to stop.
 */
const listenOn = (
  path: string,
  hear: (event: StreamEvent) => void,
  onState?: (isLive: boolean) => void,
): (() => void) => {
  const stopped = new AbortController();
  const isStopped = (): boolean => stopped.signal.aborted;
  const listen = async (pauseMs: number): Promise<void> => {
    let nextMs = Math.min(pauseMs * 2, SLOWEST_MS);
    try {
      const token = session.value?.token;
      const response = await fetch(`/api/v1${path}`, {
        headers: {
          accept: 'text/event-stream',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        signal: stopped.signal,
      });
      if (
        response.status === 204 ||
        (response.status >= 400 && response.status < 500 && response.status !== 429)
      )
        return;
      if (response.ok && response.body !== null) {
        onState?.(true);
        nextMs = AGAIN_MS;
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = '';
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          const read = readFrames(rest + part.value);
          rest = read.rest;
          read.events.forEach(hear);
        }
      }
    } catch {
      // No signal, or stopped: the pause below and its check tell which.
    }
    onState?.(false);
    if (isStopped()) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (!isStopped()) await listen(nextMs);
  };
  void listen(AGAIN_MS);
  return () => {
    stopped.abort();
  };
};

/**
 * Listens while somebody looks. A browser keeps six connections to a host at most: tabs that nobody looks at would leave
 * none for the next.
 * @returns how to stop.
 */
export const listenTo = (...what: Parameters<typeof listenOn>): (() => void) => {
  let stop: (() => void) | undefined;
  const look = (): void => {
    stop?.();
    stop = document.visibilityState === 'visible' ? listenOn(...what) : undefined;
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop?.();
  };
};
