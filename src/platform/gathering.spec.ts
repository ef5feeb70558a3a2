import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Gathering } from './gathering.js';

/** A look that ends when it is told to. */
const held = () => {
  const looks: { asked: readonly number[]; end: (answers?: readonly string[]) => void; fail(): void }[] = [];
  const gathering = new Gathering<number, string>(
    (asked) =>
      new Promise((resolve, reject) => {
        looks.push({
          asked,
          end: (answers = asked.map((one) => `answer ${one}`)) => {
            resolve(answers);
          },
          fail: () => {
            reject(new Error('gone'));
          },
        });
      }),
  );
  return { looks, gathering };
};

describe('a gathering', () => {
  it('asks for one alone, and for those of one turn together, each answered by its own', async () => {
    const { looks, gathering } = held();
    const alone = gathering.ask(1);
    await nextTurn();
    const together = [2, 3, 2].map((asked) => gathering.ask(asked));
    await nextTurn();
    expect(looks.map(({ asked }) => asked)).toEqual([[1], [2, 3, 2]]);
    looks[1]?.end();
    expect(await Promise.all(together)).toEqual(['answer 2', 'answer 3', 'answer 2']);
    looks[0]?.end();
    expect(await alone).toBe('answer 1');
  });

  it('never answers by a look that began before it was asked', async () => {
    const { looks, gathering } = held();
    const first = [gathering.ask(1)];
    await nextTurn();
    first.push(gathering.ask(2));
    await nextTurn();
    const late = [gathering.ask(1), gathering.ask(4)];
    await nextTurn();
    expect(looks).toHaveLength(2);
    looks[0]?.end(['before']);
    expect(await first[0]).toBe('before');
    await nextTurn();
    expect(looks[2]?.asked).toEqual([1, 4]);
    looks[2]?.end(['after', 'after']);
    looks[1]?.end();
    expect(await Promise.all(late)).toEqual(['after', 'after']);
  });

  it('fails for those of a look that failed, and answers the next', async () => {
    const { looks, gathering } = held();
    const failing = Promise.allSettled([gathering.ask(1), gathering.ask(2)]);
    await nextTurn();
    looks[0]?.fail();
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const short = expect(gathering.ask(3)).rejects.toThrow('not as many');
    await nextTurn();
    looks[1]?.end([]);
    await short;
    const next = gathering.ask(4);
    await nextTurn();
    looks[2]?.end();
    expect(await next).toBe('answer 4');
  });

  it('takes so many with one look, and forgets nobody', async () => {
    const sizes: number[] = [];
    const gathering = new Gathering<number, number>(async (asked) => {
      sizes.push(asked.length);
      await nextTurn();
      return asked.map((one) => 2 * one);
    });
    const all = Array.from({ length: 200 }, (_, one) => one);
    expect(await Promise.all(all.map((one) => gathering.ask(one)))).toEqual(all.map((one) => 2 * one));
    expect(sizes).toEqual([64, 64, 64, 8]);
  });

  it('lets each go on in the scope it asked in', async () => {
    const scope = new AsyncLocalStorage<number>();
    const gathering = new Gathering<number, number>((asked) => Promise.resolve(asked));
    const asking = [1, 2, 3].map((one) =>
      scope.run(one, async () => [await gathering.ask(one), scope.getStore()]),
    );
    expect(await Promise.all(asking)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});
