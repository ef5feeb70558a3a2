import { refuseDraft } from './draft-refusals.js';

/** The steps after opening that wait for people, in their order; `objection` is a window in which people may act. */
export const declaredSteps = ['proposal', 'objection', 'answer', 'approval', 'contract'] as const;
export type DeclaredStep = (typeof declaredSteps)[number];

/** The steps for which the organiser may name who takes them. */
export const namedSteps = ['proposal', 'answer', 'approval'] as const;
export type NamedStep = (typeof namedSteps)[number];

/** Until when a step is taken by whom. */
export interface StepRule {
  /** Seconds from its beginning. */
  readonly dueS: number;
  /** Who alone takes it until it is due; null: whoever has the role at the organiser. */
  readonly holderId: string | null;
  /** Who is told, and may take it, once it is due. */
  readonly deputyId: string | null;
  /** Seconds from due until the default; 0 without a deputy. */
  readonly deputyS: number;
}
export type PoolSteps = Readonly<Record<DeclaredStep, StepRule>>;

export interface StepRequest {
  readonly dueS?: number;
  readonly holderId?: string;
  readonly deputyId?: string;
  readonly deputyS?: number;
}

export interface StepsRequest extends Partial<Readonly<Record<NamedStep, StepRequest>>> {
  /** Seconds in which objections may be made; 0, none, holds only where it is said. */
  readonly standstillS?: number;
  readonly contractDueS?: number;
}

const DAY_S = 86_400;

const unnamed = (dueS: number): StepRule => ({ dueS, holderId: null, deputyId: null, deputyS: 0 });

/** What holds where a pool says nothing: a week at most from opening to contract. */
export const standardSteps: PoolSteps = {
  proposal: unnamed(DAY_S),
  objection: unnamed(DAY_S),
  answer: unnamed(DAY_S),
  approval: unnamed(2 * DAY_S),
  contract: unnamed(2 * DAY_S),
};

/** Roles at the organiser of which one is needed for a step. */
export const stepRoles: Readonly<Record<NamedStep, readonly string[]>> = {
  proposal: ['officer', 'treasurer', 'chair'],
  answer: ['officer', 'treasurer', 'chair'],
  approval: ['chair'],
};

/** People with their roles at the organiser. */
type Roles = ReadonlyMap<string, readonly string[]>;

const requireRole = (step: NamedStep, personId: string | null, roles: Roles, field: string): void => {
  if (personId === null) return;
  const own = roles.get(personId) ?? [];
  if (!own.some((role) => stepRoles[step].includes(role)))
    throw refuseDraft(
      'STEP_PERSON_WITHOUT_ROLE',
      { roles: stepRoles[step].join(', ') },
      `steps.${step}.${field}`,
    );
};

const declareStep = (step: NamedStep, request: StepRequest | undefined, roles: Roles): StepRule => {
  if (request === undefined) return standardSteps[step];
  const { dueS = standardSteps[step].dueS, holderId = null, deputyId = null } = request;
  if (deputyId === null && request.deputyS !== undefined)
    throw refuseDraft('DEPUTY_TIME_WITHOUT_DEPUTY', {}, `steps.${step}.deputyS`);
  if (deputyId !== null && deputyId === holderId)
    throw refuseDraft('DEPUTY_IS_HOLDER', {}, `steps.${step}.deputyId`);
  requireRole(step, holderId, roles, 'holderId');
  requireRole(step, deputyId, roles, 'deputyId');
  return { dueS, holderId, deputyId, deputyS: deputyId === null ? 0 : (request.deputyS ?? DAY_S) };
};

/** Where two people are needed, nobody is named for both: else one absent person holds everything up. */
const requireTwoPeople = (rules: Readonly<Record<NamedStep, StepRule>>): void => {
  const proposers = [rules.proposal.holderId, rules.proposal.deputyId];
  for (const step of ['answer', 'approval'] as const)
    for (const field of ['holderId', 'deputyId'] as const) {
      const personId = rules[step][field];
      if (personId !== null && proposers.includes(personId))
        throw refuseDraft('NAMED_FOR_BOTH_STEPS', {}, `steps.${step}.${field}`);
    }
};

/**
 * What a pool declares of its human steps, filled up with what is usual.
 *
 *   asked                              | approval
 *   nothing                            | any chair, two days, then the default
 *   due 1 h, deputy Cici               | any chair; after 1 h Cici is told; the default a day later
 *   holder Budi, deputy Cici, 1 h, 2 h | Budi alone; from 1 h on Cici too; the default at 3 h
 *
 * @throws Refusal naming the field
 */
export const declareSteps = (request: StepsRequest | undefined, roles: Roles): PoolSteps => {
  const named = {
    proposal: declareStep('proposal', request?.proposal, roles),
    answer: declareStep('answer', request?.answer, roles),
    approval: declareStep('approval', request?.approval, roles),
  };
  requireTwoPeople(named);
  return {
    ...named,
    objection: unnamed(request?.standstillS ?? standardSteps.objection.dueS),
    contract: unnamed(request?.contractDueS ?? standardSteps.contract.dueS),
  };
};
