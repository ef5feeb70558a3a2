import { eachAlone } from './each-alone.js';

/** A table of what is due, of which some fail whenever they are taken. */
const table = (things: readonly number[], isBroken: (thing: number) => boolean) => {
  const open = new Set(things);
  const tried: number[] = [];
  return {
    open,
    tried,
    run: () =>
      eachAlone({
        due: (limit) => Promise.resolve([...open].slice(0, limit)),
        atOnce: 3,
        take: (thing) => {
          tried.push(thing);
          if (isBroken(thing)) return Promise.reject(new Error(`broken ${thing}`));
          return Promise.resolve(open.delete(thing));
        },
        failing: 'things could not be done',
      }),
  };
};

describe('what is due', () => {
  it('is done although what stands before it fails, be it more than a page, and each failure is told', async () => {
    const things = table([1, 2, 3, 4, 5, 6, 7], (thing) => thing < 6);
    const told = await things.run().then(
      () => undefined,
      (error: unknown) => error as AggregateError,
    );
    expect(told?.message).toBe('5 things could not be done');
    expect(told?.errors).toEqual([1, 2, 3, 4, 5].map((thing) => new Error(`broken ${thing}`)));
    expect([...things.open]).toEqual([1, 2, 3, 4, 5]);
    // Each once a turn.
    expect(things.tried).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is done a page a turn where nothing fails, and what is another’s is not counted', async () => {
    const things = table([1, 2, 3, 4], () => false);
    expect(await things.run()).toBe(3);
    expect(await things.run()).toBe(1);
    expect(await things.run()).toBe(0);
    expect(
      await eachAlone({
        due: () => Promise.resolve([1]),
        atOnce: 1,
        take: () => Promise.resolve(false),
        failing: '',
      }),
    ).toBe(0);
  });
});
