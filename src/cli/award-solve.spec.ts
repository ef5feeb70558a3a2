import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awardSolve } from './award-solve.js';

/** Two warehouses, two customers; the second has the cheaper way for both, but not the room. */
const LOCATION = ' 2 2\n capacity 10.\n capacity 5.\n 4\n 8. 4.\n 6\n 18. 6.\n';
const AWARD =
  '{"Q":[10],"F":[5],"totCap":[10],"minVal":[0],"off":[{"s":0,"i":0,"cap":10,"minq":1,"tiers":[{"lo":1,"hi":10,"p":3}]}]}';

describe('sepikul award solve', () => {
  let folder = '';
  let said: string[] = [];
  let complained: string[] = [];

  const solve = async (text: string, capacity: number | null): Promise<number> => {
    const path = join(folder, 'instance');
    await writeFile(path, text);
    said = [];
    complained = [];
    const { stdout, stderr } = process;
    const real = { out: stdout.write.bind(stdout), err: stderr.write.bind(stderr) };
    stdout.write = (line: string | Uint8Array): boolean => said.push(String(line)) > 0;
    stderr.write = (line: string | Uint8Array): boolean => complained.push(String(line)) > 0;
    try {
      return await awardSolve(path, capacity);
    } finally {
      stdout.write = real.out;
      stderr.write = real.err;
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sepikul-award-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says cost, gap and time of a warehouse file in one JSON line', async () => {
    expect(await solve(LOCATION, 10)).toBe(0);
    expect(said.map((line) => JSON.parse(line) as unknown)).toEqual([
      { cost: 15, gap: 0, ms: expect.any(Number) as number },
    ]);
    expect(await solve(LOCATION, 6)).toBe(0);
    // The second warehouse serves 6 of 10: its customer with the larger saving, the first the other.
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ cost: 29, gap: 0 });
  });

  it('reads a multi-lot file by its text', async () => {
    expect(await solve(AWARD, null)).toBe(0);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ cost: 35, gap: 0 });
  });

  it('complains of what it cannot read, and of a capacity left open', async () => {
    expect(await solve(LOCATION, null)).toBe(1);
    expect(complained.join()).toContain('give --capacity');
    expect(await solve('{"Q":[1.5]}', null)).toBe(1);
    expect(complained.join()).toContain('Q[0] is 1.5');
    expect(await solve('2 2 1', null)).toBe(1);
    expect(said).toEqual([]);
  });
});
