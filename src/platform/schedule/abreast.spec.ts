import { Abreast } from './abreast.js';

const held = (): { readonly ends: () => void; readonly promise: Promise<void> } => {
  let ends = (): void => undefined;
  const promise = new Promise<void>((resolve) => (ends = resolve));
  return { promise, ends: () => ends() };
};

describe('work abreast', () => {
  it('makes room as each piece ends, whatever another waits for', async () => {
    const [slow, quick] = [held(), held()];
    const failures: unknown[] = [];
    const abreast = new Abreast(3);
    abreast.begin(
      () => slow.promise,
      (error) => failures.push(error),
    );
    abreast.begin(
      () => quick.promise.then(() => Promise.reject(new Error('lost'))),
      (error) => failures.push(error),
    );
    expect(abreast.free).toBe(1);
    quick.ends();
    while (abreast.free < 2) await Promise.resolve();
    expect(failures).toEqual([new Error('lost')]);
    slow.ends();
    await abreast.rest();
    expect(abreast.free).toBe(3);
  });
});
