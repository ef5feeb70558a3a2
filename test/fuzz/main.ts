import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isClean, runFuzz, tellReport } from './run-fuzz.js';

/** `npm run fuzz -- [--per-route N] [--from K] [--seed S] [--route PART,PART] [--case K] [--minutes M] [--hang-s H] [--shares FILE]`, on a server of its own. */
const { values } = parseArgs({
  options: {
    'per-route': { type: 'string', default: '200' },
    from: { type: 'string' },
    seed: { type: 'string' },
    route: { type: 'string' },
    case: { type: 'string' },
    minutes: { type: 'string' },
    'hang-s': { type: 'string' },
    shares: { type: 'string' },
  },
});

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
const seed = number(values.seed) ?? Math.floor(Math.random() * 2 ** 31);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

say(`benih (seed) ${seed}`);
const report = await runFuzz({
  seed,
  from: number(values.from),
  perRoute: Number(values['per-route']),
  route: values.route,
  number: number(values.case),
  minutes: number(values.minutes),
  hangMs: values['hang-s'] === undefined ? undefined : Number(values['hang-s']) * 1_000,
  tell: say,
});
say(tellReport(report));
// Whether a change to the fuzz gets it further than it got before, or less far.
if (values.shares !== undefined)
  await writeFile(
    values.shares,
    [...report.byRoute]
      .map(([name, { requests, well, ms, refusals }]) => {
        const most = [...refusals].sort(([, one], [, other]) => other - one).slice(0, 4);
        const said = most.map(([code, count]) => `${code} ${count}`).join('; ');
        return `${name},${requests},${well},${Math.round(ms / requests)},${said}\n`;
      })
      .join(''),
  );
say(isClean(report) ? 'OK: tidak ada temuan (nothing found)' : 'GAGAL (FAILED): ada temuan (findings above)');
process.exitCode = isClean(report) ? 0 : 1;
