import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { packLinear } from '../../../core/award/pack-linear.js';
import type { LinearColumn, LinearModel } from '../../../core/award/linear-model.js';
import { locateThread } from './locate-thread.js';
import { SolverClosed, SolverRanAway, SolverThreads, type SolverThreadsOptions } from './solver-pool.js';

const column = (name: string, cost: number, upper: number, whole = true): LinearColumn => ({
  name,
  cost,
  lower: 0,
  upper,
  whole,
});

/** At least 7 of x at 2 and y at 3 a pair: 3 pairs of y and one x cost 11. */
const easy = (): LinearModel => {
  const [x, y] = [column('x', 2, 10), column('y', 3, 10)];
  return packLinear(
    [x, y],
    [
      {
        lower: 7,
        upper: Infinity,
        terms: [
          [x, 1],
          [y, 2],
        ],
      },
    ],
  );
};

/** Market split (Cornuéjols and Dawande, 1998): small to write down, hopeless to solve. */
const hopeless = (): LinearModel => {
  const takes = Array.from({ length: 36 }, (_, n) => column(`take ${n}`, 0, 1));
  const rows = Array.from({ length: 5 }, (_, row) => {
    const over = column(`over ${row}`, 1, Infinity, false);
    const under = column(`under ${row}`, 1, Infinity, false);
    const weights = takes.map((_, n) => ((n + 1) * (row + 3) * 7_919 + (n * n + row) * 104_729) % 100);
    const half = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2);
    const terms = takes.map((take, n) => [take, weights[n] ?? 0] as const);
    return {
      slacks: [over, under],
      row: { lower: half, upper: half, terms: [...terms, [over, -1] as const, [under, 1] as const] },
    };
  });
  return packLinear(
    [...takes, ...rows.flatMap(({ slacks }) => slacks)],
    rows.map(({ row }) => row),
  );
};

const within = async (
  options: SolverThreadsOptions,
  use: (solver: SolverThreads) => Promise<void>,
): Promise<void> => {
  const solver = new SolverThreads(options);
  try {
    await use(solver);
  } finally {
    await solver.close();
  }
};

describe('solver threads', () => {
  it('solve what they are asked, one after another, and say what is proven', () =>
    within({}, async (solver) => {
      const solutions = await Promise.all([solver.solve(easy()), solver.solve(easy()), solver.solve(easy())]);
      for (const { status, objective, dualBound, values } of solutions) {
        expect({ status, objective, values: [...values] }).toEqual({
          status: 'optimal',
          objective: 11,
          values: [1, 3],
        });
        expect(dualBound).toBeCloseTo(11);
      }
    }));

  it('stop at a limit of nodes at the same place every time', () =>
    within({}, async (solver) => {
      const first = await solver.solve(hopeless(), { maxNodes: 1 });
      const second = await solver.solve(hopeless(), { maxNodes: 1 });
      expect(first.status).toBe('stopped');
      expect({ ...second, values: [...second.values] }).toEqual({ ...first, values: [...first.values] });
    }));

  it('answer their best with its bound when the wall clock stops a runaway', () =>
    within({ guardMs: 300 }, async (solver) => {
      const { status, objective, dualBound } = await solver.solve(hopeless(), { maxNodes: 1_000_000_000 });
      expect(status).toBe('stopped');
      expect(dualBound).toBeLessThan(objective);
    }));

  it('are killed when they do not stop themselves, and the next request is served', () =>
    within({ guardMs: 1, graceMs: 0 }, async (solver) => {
      await expect(solver.solve(hopeless(), { maxNodes: 1_000_000_000 })).rejects.toBeInstanceOf(
        SolverRanAway,
      );
      await expect(solver.solve(hopeless())).rejects.toBeInstanceOf(SolverRanAway);
    }));

  it('let go of what is aborted, waiting or solving, and serve the rest', () =>
    within({}, async (solver) => {
      const [running, waiting] = [new AbortController(), new AbortController()];
      const first = solver.solve(hopeless(), { maxNodes: 1_000_000_000, signal: running.signal });
      const second = solver.solve(easy(), { signal: waiting.signal });
      const third = solver.solve(easy());
      waiting.abort(new Error('changed my mind'));
      await expect(second).rejects.toThrow('changed my mind');
      running.abort(new Error('pool was cancelled'));
      await expect(first).rejects.toThrow('pool was cancelled');
      await expect(third).resolves.toMatchObject({ objective: 11 });
      await expect(solver.solve(easy(), { signal: running.signal })).rejects.toThrow('pool was cancelled');
    }));

  it('report a model that HiGHS refuses by its message, and go on', () =>
    within({}, async (solver) => {
      const broken = { ...easy(), colCost: Float64Array.of(Number.NaN, 1) };
      const refusal: unknown = await solver.solve(broken).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ name: 'SolverCrashed' });
      expect(String(refusal).length).toBeLessThan(300);
      await expect(solver.solve(easy())).resolves.toMatchObject({ objective: 11 });
    }));

  it('report a thread that crashes, each time anew', () =>
    within({ threadPath: '/nowhere/highs-thread.js' }, async (solver) => {
      await expect(solver.solve(easy())).rejects.toMatchObject({ name: 'SolverCrashed' });
      await expect(solver.solve(easy())).rejects.toMatchObject({ name: 'SolverCrashed' });
    }));

  it('are replaced after a very large model', () =>
    within({ recycleAboveTerms: 1 }, async (solver) => {
      await solver.solve(easy());
      await expect(solver.solve(easy())).resolves.toMatchObject({ objective: 11 });
    }));

  it('refuse what comes after they are closed, and what still waits', async () => {
    const solver = new SolverThreads();
    const running = solver.solve(hopeless(), { maxNodes: 1_000_000_000 });
    const waiting = solver.solve(easy());
    const both = Promise.allSettled([running, waiting]);
    await solver.close();
    for (const outcome of await both)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'SolverClosed' } });
    await expect(solver.solve(easy())).rejects.toBeInstanceOf(SolverClosed);
  });

  it('keep no process alive once idle, though nobody closes them', async () => {
    const pool = new URL('./solver-pool.js', `file://${locateThread()}`).href;
    const model = JSON.stringify({
      cost: [2, 3],
      upper: [10, 10],
      whole: [1, 1],
      starts: [0, 2],
      columns: [0, 1],
      factors: [1, 2],
    });
    const script = `
      import { SolverThreads } from ${JSON.stringify(pool)};
      const m = ${model};
      const model = { colCost: Float64Array.from(m.cost), colLower: new Float64Array(2), colUpper: Float64Array.from(m.upper),
        colWhole: Uint8Array.from(m.whole), rowLower: Float64Array.of(7), rowUpper: Float64Array.of(Infinity),
        rowStarts: Int32Array.from(m.starts), termColumns: Int32Array.from(m.columns), termFactors: Float64Array.from(m.factors) };
      console.log((await new SolverThreads().solve(model)).objective);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
    });
    expect(stdout.trim()).toBe('11');
  });
});

describe('locating the solver thread', () => {
  it('finds it beside itself in the build', () => {
    const built = locateThread();
    expect(locateThread(new URL('./locate-thread.js', `file://${built}`).href)).toBe(built);
  });

  it('says what to do when there is no build', () => {
    expect(() => locateThread('file:///nowhere/src/modules/award/engine/locate-thread.ts')).toThrow(
      'npm run build',
    );
  });
});
