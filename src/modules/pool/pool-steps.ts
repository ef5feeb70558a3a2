import {
  declareSteps,
  declaredSteps,
  standardSteps,
  type DeclaredStep,
  type PoolSteps,
  type StepRule,
  type StepsRequest,
} from '../../core/pool/declare-steps.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { PoolStepsView, StepRuleView } from './steps.dto.js';

/** The roles that the people named have at the organiser. */
const rolesAt = async (
  sql: Sql,
  organiserId: string,
  request: StepsRequest | undefined,
): Promise<Map<string, string[]>> => {
  const named = [request?.proposal, request?.answer, request?.approval].flatMap((step) =>
    [step?.holderId, step?.deputyId].filter((id) => id !== undefined),
  );
  const roles = new Map<string, string[]>();
  if (named.length === 0) return roles;
  const rows = await sql.rows<{ personId: string; role: string }>(
    `SELECT person_id, role FROM membership JOIN person ON person.id = person_id
     WHERE party_id = $1 AND person_id = ANY ($2) AND disabled_at IS NULL ORDER BY person_id, role`,
    [organiserId, named],
  );
  for (const { personId, role } of rows) roles.set(personId, [...(roles.get(personId) ?? []), role]);
  return roles;
};

/** Keeps what a pool declares of its human steps, filled up with what is usual. @throws Refusal */
export const keepSteps = async (
  tx: Tx,
  poolId: string,
  organiserId: string,
  request: StepsRequest | undefined,
): Promise<void> => {
  const rules = declareSteps(request, await rolesAt(tx, organiserId, request));
  const steps = declaredSteps.map((step) => rules[step]);
  await tx.change(
    `INSERT INTO pool_step (pool_id, step, due_s, holder_id, deputy_id, deputy_s)
     SELECT $1, * FROM unnest($2::text[], $3::int[], $4::uuid[], $5::uuid[], $6::int[])`,
    [
      poolId,
      declaredSteps,
      steps.map(({ dueS }) => dueS),
      steps.map(({ holderId }) => holderId),
      steps.map(({ deputyId }) => deputyId),
      steps.map(({ deputyS }) => deputyS),
    ],
  );
};

/** What a pool declared of its human steps; what is usual for one from before it could. */
export const stepsOf = async (sql: Sql, poolId: string): Promise<PoolSteps> => {
  const rows = await sql.rows<StepRule & { step: DeclaredStep }>(
    'SELECT step, due_s, holder_id, deputy_id, deputy_s FROM pool_step WHERE pool_id = $1',
    [poolId],
  );
  const declared = rows.map(({ step, ...rule }): [DeclaredStep, StepRule] => [step, rule]);
  return { ...standardSteps, ...(Object.fromEntries(declared) as Partial<PoolSteps>) };
};

const showRule = ({ dueS, deputyId, deputyS }: StepRule): StepRuleView => ({
  dueS,
  hasDeputy: deputyId !== null,
  deputyS,
});

/** The declared steps as the public sees them: without the people. */
export const showSteps = (rules: PoolSteps): PoolStepsView => ({
  proposal: showRule(rules.proposal),
  objection: showRule(rules.objection),
  answer: showRule(rules.answer),
  approval: showRule(rules.approval),
  contract: showRule(rules.contract),
});
