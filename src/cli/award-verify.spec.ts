import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileCoalition, plainLine, playCoalition } from '../../test/support/play-coalition.js';
import type { CoalitionInput } from '../core/award/coalition/coalition.js';
import { canonicalJson } from '../core/award/file/canonical-json.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from '../core/award/joint/plain-terms.js';
import type { AwardProblem, ProblemAward } from '../core/award/joint/award-problem.js';
import { computeProblem, SolverThreads } from '../modules/award/index.js';
import { awardVerify } from './award-verify.js';

const problem: AwardProblem = {
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: 'rice',
      packSizeMilli: 50_000,
      limitRpPerUnit: 12_000,
      demands: [{ zoneId: 'north', packs: 50 }],
    },
  ],
  suppliers: ['s-a', 's-b'].map((supplierId) => ({ ...PLAIN_SUPPLIER, supplierId })),
  bids: [10_000, 10_500].map((priceRpPerUnit, place) => ({
    ...PLAIN_BID,
    bidId: 'ab'[place] ?? '',
    supplierId: `s-${'ab'[place]}`,
    lotId: 'rice',
    submittedAt: '2026-11-12T02:00:00Z',
    capacityPacks: 30,
    tiers: [{ fromPacks: 1, priceRpPerUnit }],
  })),
};

const input: CoalitionInput = {
  rule: 'talmud',
  pricing: 'uniform',
  feeRpPerUnit: 0,
  problem,
  lines: [plainLine('one', 'north', 50), plainLine('two', 'north', 10, { limitRpPerUnit: 9_000 })],
};

describe('sepikul award verify', () => {
  let folder = '';
  let text = '';
  let said = '';

  const verify = async (content: string, options = { solves: true, json: false }): Promise<number> => {
    const path = join(folder, 'award.json');
    await writeFile(path, content);
    said = '';
    const { stdout, stderr } = process;
    const real = { out: stdout.write.bind(stdout), err: stderr.write.bind(stderr) };
    const hear = (line: string | Uint8Array): boolean => (said += String(line)).length > 0;
    [stdout.write, stderr.write] = [hear, hear];
    try {
      return await awardVerify(path, options);
    } finally {
      [stdout.write, stderr.write] = [real.out, real.err];
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sepikul-verify-'));
    const solver = new SolverThreads();
    const coalition = await playCoalition(input, (asked) => computeProblem(asked, solver));
    const award = await computeProblem(coalition.problem, solver);
    await solver.close();
    text = canonicalJson(fileCoalition(input, coalition, award));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says each check in both languages and ends with 0 where all hold', async () => {
    expect(await verify(text)).toBe(0);
    expect(said.match(/✓/g)).toHaveLength(12);
    expect(said).toContain('Solved anew, the cost is the same');
    expect(await verify(text, { solves: false, json: false })).toBe(0);
    expect(said).toContain('dilewati (skipped)');
  });

  it('ends with 1 and says what does not hold, as lines or as JSON', async () => {
    const spoilt = text.replace('"priceRpPerUnit":10500}', '"priceRpPerUnit":10400}');
    expect(await verify(spoilt)).toBe(1);
    expect(said).toMatch(/✗ Biaya benar/);
    expect(await verify(spoilt, { solves: false, json: true })).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ holds: false });
  });

  it('catches an award that keeps every limit and is right in every sum, but is not the cheapest', async () => {
    const solver = new SolverThreads();
    const dearly = (asked: AwardProblem): Promise<ProblemAward> =>
      computeProblem(
        {
          ...asked,
          bids: asked.bids.map((bid) => (bid.bidId === 'a' ? { ...bid, capacityPacks: 20 } : bid)),
        },
        solver,
      );
    const settled = await playCoalition(input, dearly);
    const dear = await dearly(settled.problem);
    await solver.close();
    expect(await verify(canonicalJson(fileCoalition(input, settled, dear)))).toBe(1);
    expect(said.match(/✗.*/g)).toEqual([
      expect.stringContaining('Sought anew'),
      expect.stringContaining('Solved anew'),
    ]);
  });

  it('ends with 2 and a reason for what is no award file', async () => {
    expect(await verify('{"format":"other"}')).toBe(2);
    expect(said).toContain('file.format is "other"');
    expect(await awardVerify(join(folder, 'none.json'), { solves: false, json: false })).toBe(2);
  });
});
