import { askQuote } from './ask-quote.js';
import { callApi, type Api } from './call-api.js';
import { changeCommitments } from './change-commitments.js';
import { checkSeason, firstBroken } from './check-season.js';
import { awaitKitchens, closePool } from './close-pool.js';
import type { SeasonCheck } from './compare-numbers.js';
import { awaitLots, decideAwards } from './decide-awards.js';
import { awaitDrops, dispatchDrops, receiveDrops } from './deliver-drops.js';
import { gatherFacts } from './gather-facts.js';
import { lookAround } from './look-around.js';
import { openPool } from './open-pool.js';
import { placeCommitments } from './place-commitments.js';
import { openGatewayAccounts, payRequests, type SeasonGateway } from './pay-requests.js';
import { planSeason } from './plan-season.js';
import { printReadOn } from './print-read-on.js';
import { printSummary } from './print-summary.js';
import { publishOffers } from './publish-offers.js';
import { publishRequirements } from './publish-requirements.js';
import type { Progress, Scene } from './scene.js';
import type { SeasonFacts } from './season-facts.js';
import { CHAIR, OBSERVER, OFFICER, signIn } from './sign-in.js';
import { signContracts } from './sign-contracts.js';
import { awaitAwards, submitBids } from './submit-bids.js';
import { tellMeter, readGuarantees } from './watch-meter.js';

export interface SeasonOptions {
  readonly baseUrl: string;
  /** The demo people's shared password. */
  readonly password: string;
  /** Null for the fixed season. */
  readonly seed: number | null;
  readonly onProgress?: Progress;
  /** Where the koperasi pay; left out: by bank transfer. */
  readonly gateway?: SeasonGateway;
  /** How long suppliers may bid; all of the demo's do so at once. */
  readonly biddingPeriodS?: number;
}

export interface PlayedSeason {
  readonly poolId: string;
  readonly summary: string;
  /** Where the running system explains it. */
  readonly readOn: string;
  readonly checks: readonly SeasonCheck[];
  readonly brokenPromise: string | null;
}

/** Long enough for a slow machine to send a dozen bids. */
const BIDDING_PERIOD_S = 15;
const HOURS_OPEN = 6;
const HOUR_MS = 3_600_000;

const setScene = async (api: Api, options: SeasonOptions): Promise<Scene> => {
  const world = await lookAround(api, new Date().toISOString().slice(0, 10));
  const plan = planSeason(options.seed, world);
  const tell: Progress = options.onProgress ?? (() => undefined);
  const logins = [OFFICER, CHAIR, OBSERVER, ...world.suppliers, ...world.kitchens, ...world.koperasi];
  const people = await signIn(api, logins, options.password, (done) =>
    tell('Semua pihak masuk (everyone signs in)', done, logins.length),
  );
  return { api, people, plan, tell };
};

/** The steps in the order of the river; each waits for what the worker must have done before the next. */
const playOn = async (
  scene: Scene,
  biddingPeriodS: number,
  gateway: SeasonGateway | undefined,
): Promise<SeasonFacts> => {
  const { plan, tell } = scene;
  if (gateway !== undefined) await openGatewayAccounts(scene, gateway);
  await publishOffers(scene);
  const requirements = await publishRequirements(scene);
  const pool = await openPool(scene, {
    title: `Belanja bersama minggu ${plan.isoWeek}`,
    closesAt: new Date(Date.now() + HOURS_OPEN * HOUR_MS),
    biddingPeriodS,
    neededFrom: plan.neededFrom,
    neededUntil: plan.neededUntil,
    packCodes: plan.goods.map(({ packCode }) => packCode),
    // A season in a minute has no day for objections, and says so.
    standstillS: 0,
  });
  tell('Putaran dibuka (pool opened)', 1, 1);
  const quoted = await askQuote(scene, pool);
  await placeCommitments(scene, pool, plan.commitments, () => tellMeter(scene, pool));
  await awaitKitchens(scene, pool, requirements);
  const { conflictCode } = await changeCommitments(scene, pool);
  const guarantees = await readGuarantees(scene, pool);
  const lots = await closePool(scene, pool);
  const { seenBeforeOpening, bidReceipts } = await submitBids(scene, lots);
  await awaitAwards(scene, lots);
  const { selfApprovalCodes } = await decideAwards(scene, lots);
  await signContracts(scene, lots);
  await awaitLots(scene, pool.id, 'Kontrak terbentuk (contracted)', ['contracted']);
  const drops = await awaitDrops(scene, pool.id, lots);
  const paid = await payRequests(scene, pool.id, drops, gateway);
  await dispatchDrops(scene, drops);
  const receipts = await receiveDrops(scene, drops);
  await awaitLots(scene, pool.id, 'Faktur terbit, paket selesai (invoiced and settled)', ['settled']);
  tell('Memeriksa semua jumlah (checking every total)', 0, 1);
  const witnessed = {
    conflictCode,
    quoted,
    guarantees,
    seenBeforeOpening,
    bidReceipts,
    selfApprovalCodes,
    paid,
    receipts,
  };
  return gatherFacts(scene, pool.id, requirements, witnessed);
};

/**
 * Plays a whole season over HTTP against a running system, as its people would, and checks every promise.
 * @throws Error when a step does not go as it must; a total that does not add up is answered as `brokenPromise`.
 */
export const playSeason = async (options: SeasonOptions): Promise<PlayedSeason> => {
  const scene = await setScene(callApi(options.baseUrl), options);
  const facts = await playOn(scene, options.biddingPeriodS ?? BIDDING_PERIOD_S, options.gateway);
  const checks = checkSeason(facts);
  scene.tell('Memeriksa semua jumlah (checking every total)', 1, 1);
  return {
    poolId: facts.pool.id,
    summary: printSummary(facts, checks),
    readOn: printReadOn(facts, options.baseUrl),
    checks,
    brokenPromise: firstBroken(checks),
  };
};
