import { readFrames } from './stream.js';

describe('reading server-sent events', () => {
  it('takes whole frames and leaves what has only begun for the next part', () => {
    const { events, rest } = readFrames('event: meter\ndata: {"packs":3}\n\nevent: me');
    expect(events).toEqual([{ event: 'meter', data: { packs: 3 } }]);
    expect(rest).toBe('event: me');
    expect(readFrames(`${rest}ter\ndata: {"packs":4}\n\n`).events).toEqual([
      { event: 'meter', data: { packs: 4 } },
    ]);
  });

  it('passes over comments, which only keep the line open', () => {
    expect(readFrames(': still here\n\ndata: 1\n\n').events).toEqual([{ event: 'message', data: 1 }]);
  });

  it('joins the lines of one message', () => {
    expect(readFrames('data: {"a":\ndata: 1}\n\n').events).toEqual([{ event: 'message', data: { a: 1 } }]);
  });
});
