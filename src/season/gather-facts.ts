import type {
  CommitmentAnswer,
  HappeningAnswer,
  LotAnswer,
  MemberLineAnswer,
  PoolAnswer,
  RequirementAnswer,
} from './demand-answers.js';
import type {
  AwardAnswer,
  BidAnswer,
  DueAnswer,
  InvariantsAnswer,
  InvoiceAnswer,
  PaymentRequestAnswer,
  ShareAnswer,
  SummaryAnswer,
  TraceAnswer,
  TrialBalanceAnswer,
} from './supply-answers.js';
import { readDrops } from './deliver-drops.js';
import { runAbreast } from './run-abreast.js';
import { CALLS_ABREAST, type Scene } from './scene.js';
import type { LotFacts, SeasonFacts, Witnessed } from './season-facts.js';
import { OBSERVER } from './sign-in.js';

const gatherLot = async ({ api, people }: Scene, lot: LotAnswer): Promise<LotFacts> => {
  const observer = people.of(OBSERVER);
  const [lines, { data: bids }, award, shares] = await Promise.all([
    api.list<MemberLineAnswer>(observer, `/lots/${lot.id}/lines`),
    api.call<{ data: BidAnswer[] }>(observer, 'GET', `/lots/${lot.id}/bids`),
    api.call<AwardAnswer>(observer, 'GET', `/lots/${lot.id}/award`),
    api.list<ShareAnswer>(observer, `/lots/${lot.id}/shares`),
  ]);
  return { lot, lines, bids, award, shares };
};

/** Each kitchen follows its own lines. */
const gatherTraces = (
  { api, people }: Scene,
  requirements: readonly RequirementAnswer[],
): Promise<TraceAnswer[]> => {
  const kitchens = new Map(people.all.map((actor) => [actor.partyId, actor]));
  const lines = requirements.flatMap((requirement) =>
    requirement.lines.map(({ id }) => ({ id, kitchen: kitchens.get(requirement.kitchenId) ?? null })),
  );
  return runAbreast(lines, CALLS_ABREAST, ({ id, kitchen }) =>
    api.call<TraceAnswer>(kitchen, 'GET', `/requirements/${id}/trace`),
  );
};

/** Asks the API for everything a season is judged by, as the observer, who sees all and changes nothing. */
export const gatherFacts = async (
  scene: Scene,
  poolId: string,
  requirements: readonly RequirementAnswer[],
  witnessed: Witnessed,
): Promise<SeasonFacts> => {
  const { api, people, plan } = scene;
  const observer = people.of(OBSERVER);
  const { data: lots } = await api.call<{ data: LotAnswer[] }>(null, 'GET', `/pools/${poolId}/lots`);
  return {
    ...witnessed,
    plan,
    requirements,
    partyIds: new Map(people.all.map(({ login, partyId }) => [login, partyId])),
    partyNames: new Map(people.all.map(({ partyId, partyName }) => [partyId, partyName])),
    pool: await api.call<PoolAnswer>(null, 'GET', `/pools/${poolId}`),
    commitments: await api.list<CommitmentAnswer>(observer, `/pools/${poolId}/commitments`),
    refused: await api.list<MemberLineAnswer>(observer, `/pools/${poolId}/refused-lines`),
    lots: await Promise.all(lots.map((lot) => gatherLot(scene, lot))),
    drops: await readDrops(api, observer, poolId),
    invoices: await api.list<InvoiceAnswer>(observer, `/invoices?poolId=${poolId}`),
    requests: await api.list<PaymentRequestAnswer>(observer, `/payment-requests?poolId=${poolId}`),
    dues: (await api.list<DueAnswer>(observer, '/dues?kind=payment-request')).filter(
      (due) => due.poolId === poolId,
    ),
    trialBalance: await api.call<TrialBalanceAnswer>(observer, 'GET', '/ledger/trial-balance'),
    traces: await gatherTraces(scene, requirements),
    happenings: await api.list<HappeningAnswer>(
      people.of(plan.quote.koperasi),
      `/parties/${witnessed.quoted.koperasiId}/happenings`,
    ),
    summary: await api.call<SummaryAnswer>(observer, 'GET', `/pools/${poolId}/summary`),
    invariants: await api.call<InvariantsAnswer>(observer, 'GET', '/invariants'),
  };
};
