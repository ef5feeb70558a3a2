import { brokenPromises } from '../../src/modules/monitoring/index.js';
import type { River } from '../support/river.js';
import { Season, workerCaughtUp } from './copy-season.js';
import { makeJudge } from './judge-answer.js';
import { readApi, type Api, type Route } from './read-api.js';
import { readWorld } from './read-world.js';
import { closeConnections } from './send-request.js';
import { Tally, type Finding, type RouteTally } from './tally.js';
import { TryCase } from './try-case.js';

export interface FuzzOptions {
  readonly seed: number;
  /** Cases of each route from this number, */
  readonly from?: number | undefined;
  /** as many. */
  readonly perRoute: number;
  /** Only routes whose name contains one of these parts, with commas between. */
  readonly route?: string | undefined;
  /** Only this case of them. */
  readonly number?: number | undefined;
  /** No further case begins so long after the first. */
  readonly minutes?: number | undefined;
  /** So long an answer may take: more than usual on a machine that does much else. */
  readonly hangMs?: number | undefined;
  readonly tell?: (line: string) => void;
}

export interface FuzzReport {
  readonly seed: number;
  readonly routes: number;
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** Rows of promises that do not hold afterwards. */
  readonly broken: readonly string[];
  /** What the processes wrote as errors, each once. */
  readonly errors: readonly string[];
  /** Routes that never answered well: what lies behind their refusals was not tried. */
  readonly neverWell: readonly string[];
  readonly byRoute: ReadonlyMap<string, Readonly<RouteTally>>;
}

const ABREAST = 8;
/** After so many cases of each route the product starts anew, with a season that nobody has suspended, ended or erased. */
const ROUND = 200;
/** After so many cases of each route it is read what there is by now: what was made can be named. */
const FRESH = 10;
/** Progress is told after so many requests. */
const EVERY = 2_000;

/** Errors that processes wrote: one for each message and place, without what differs from run to run. */
const errorsIn = (written: readonly string[]): string[] => {
  const seen = new Map<string, string>();
  for (const line of written) {
    if (!/^\{"level":(?:50|60)/.test(line)) continue;
    const { msg, error, consumer, schedule, loop } = JSON.parse(line) as {
      msg: string;
      error?: { message: string; stack?: string };
      consumer?: string;
      schedule?: string;
      loop?: string;
    };
    const place = error?.stack?.split('\n').find((each) => each.includes('/dist/')) ?? '';
    const text = [msg, consumer, schedule, loop, error?.message, place.trim()].filter(Boolean).join(' | ');
    seen.set(text.replace(/[0-9a-f-]{36}/g, '#'), text);
  }
  return [...seen.values()];
};

/** Asks every promise as the auditor. */
const askPromises = async (river: River): Promise<string[]> => {
  await workerCaughtUp(river);
  const broken = await brokenPromises(river.database.auditorDb);
  return broken.map(({ promise, subject, detail }) => `${promise}: ${subject} ${detail}`);
};

const most = '10000000';
const settings = {
  ...{ RATE_SIGN_INS: most, RATE_WRITES: most, RATE_READS: most, RATE_STREAMS: most, RATE_DOWNLOADS: most },
  STREAMS_PER_ADDRESS: '100000',
  STREAMS_PER_PROCESS: '100000',
  MESSAGES_FILE: '/dev/null',
  // Nobody is there: what is tried stays on this machine, whatever keys a case gives a gateway.
  MIDTRANS_CORE_URL: 'http://127.0.0.1:9',
  MIDTRANS_SNAP_URL: 'http://127.0.0.1:9',
  MIDTRANS_IRIS_URL: 'http://127.0.0.1:9',
  // A step-up is asked for in the refusals of those who have none; the others are to get further for as long as a round is.
  STEP_UP_MINUTES: '720',
};

interface Round {
  readonly first: number;
  /** The one after its last. */
  readonly end: number;
  readonly isTime: () => boolean;
  readonly progress: (at: number) => void;
}

interface Aftermath {
  readonly broken: readonly string[];
  readonly errors: readonly string[];
}

/** Starts the product on a copy of the season, and tries cases of every route until the round is over. */
const playRound = async (
  { seed, hangMs }: FuzzOptions,
  season: Season,
  api: Api,
  judge: ReturnType<typeof makeJudge>,
  routes: readonly Route[],
  { first, end, isTime, progress }: Round,
  tally: Tally,
): Promise<Aftermath> => {
  const { river, actors, poolId } = await season.start();
  try {
    const trying = new TryCase(river, api, actors, judge, tally, new Set([poolId]), hangMs);
    let read = first;
    trying.world = await readWorld(river.database.owner);
    progress(first);
    const readAnew = async (at: number): Promise<void> => {
      if (at < read + FRESH) return;
      read = at;
      trying.world = await readWorld(river.database.owner);
    };
    const turns = function* (): Generator<[Route, number]> {
      for (let at = first; at < end; at += 1) for (const route of routes) yield [route, at];
    };
    const queue = turns();
    const work = async (): Promise<void> => {
      for (let turn = queue.next(); !turn.done && isTime(); turn = queue.next()) {
        const [route, at] = turn.value;
        await readAnew(at);
        await trying.run(route, seed, at);
        if (tally.requests % EVERY === 0) progress(at);
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, work));
    return { broken: await askPromises(river), errors: errorsIn(river.written) };
  } catch (error) {
    throw new Error(['the fuzz itself failed', ...errorsIn(river.written)].join('\n'), { cause: error });
  } finally {
    closeConnections();
    // What stopping finds broken, too, the report has said already.
    await river.stop().catch(() => undefined);
  }
};

/** Tries every route as everybody with whatever a caller can send, in rounds that begin with a whole season each. */
export const runFuzz = async (options: FuzzOptions): Promise<FuzzReport> => {
  const {
    seed,
    from = 0,
    perRoute,
    route: wanted = '',
    number,
    minutes = Infinity,
    tell = () => undefined,
  } = options;
  const api = await readApi();
  const routes = api.routes.filter(({ name }) => wanted.split(',').some((part) => name.includes(part)));
  // From the first case on: what the start takes, a busy machine decides.
  let began: number | undefined;
  const passedS = (): number => (began === undefined ? 0 : Math.round((performance.now() - began) / 1000));
  const isTime = (): boolean => passedS() < minutes * 60;
  const tally = new Tally(tell);
  const broken = new Set<string>();
  const errors = new Set<string>();
  const season = new Season(settings);
  const judge = makeJudge(api);
  const end = number === undefined ? from + perRoute : number + 1;
  for (let first = number ?? from; first < end && isTime(); first += ROUND) {
    const progress = (at: number): void => {
      began ??= performance.now();
      tell(
        `${passedS()} s: at ${at} per route, ${tally.requests} requests, ${tally.well} answered well, ${tally.findings.size} findings`,
      );
    };
    const round = { first, end: Math.min(first + ROUND, end), isTime, progress };
    const after = await playRound(options, season, api, judge, routes, round, tally);
    for (const line of after.broken) broken.add(line);
    for (const line of after.errors) errors.add(line);
    for (const line of [...after.broken, ...after.errors]) tell(`✗ ${line}`);
  }
  tell(`${tally.requests} requests in ${passedS()} s`);
  return {
    seed,
    routes: routes.length,
    requests: tally.requests,
    byStatus: tally.byStatus,
    findings: [...tally.findings.values()],
    broken: [...broken],
    errors: [...errors],
    neverWell: routes.map(({ name }) => name).filter((name) => !tally.byRoute.get(name)?.well),
    byRoute: tally.byRoute,
  };
};

/** The routes that took longest once. */
const slowest = ({ byRoute }: FuzzReport): string =>
  [...byRoute]
    .sort(([, one], [, other]) => other.slowestMs - one.slowestMs)
    .slice(0, 5)
    .map(([name, { slowestMs }]) => `${name} ${Math.round(slowestMs)} ms`)
    .join(', ');

/** A report for people, with how to send each finding's request again. */
export const tellReport = (report: FuzzReport): string =>
  [
    `${report.requests} requests to ${report.routes} routes, seed ${report.seed}`,
    `  by status: ${JSON.stringify(report.byStatus)}`,
    `  slowest: ${slowest(report)}`,
    ...(report.neverWell.length > 0 ? [`  never answered well: ${report.neverWell.join(', ')}`] : []),
    ...report.findings.flatMap((each) => [
      `✗ ${each.route}: ${each.fault}, ${each.detail} (${each.count} times)`,
      `    npm run fuzz -- --seed ${report.seed} --route '${each.route}' --case ${each.number}   (as ${each.actor})`,
      `    ${each.shown}`,
    ]),
    ...report.broken.map((line) => `✗ promise ${line}`),
    ...report.errors.map((line) => `✗ written: ${line}`),
  ].join('\n');

/** Whether nothing was found. */
export const isClean = ({ findings, broken, errors }: FuzzReport): boolean =>
  findings.length === 0 && broken.length === 0 && errors.length === 0;
