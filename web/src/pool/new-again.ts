import type { View } from '../api/api.js';
import { bodyOf, type PoolForm } from './pool-form.js';
import { formOf, type Named } from './pool-form-like.js';
import type { Pool } from './use-pool.js';

type Body = View<'DeclarePoolBody'>;
type Step = View<'StepBody'>;

const idsOf = ({ holderId, deputyId }: View<'NamedForStepView'>): Step => ({
  ...(holderId === null ? {} : { holderId }),
  ...(deputyId === null ? {} : { deputyId }),
});

/**
 * What a draft is declared as anew: what the form says, and as it was what the form does not show. A figure that the
 * form rounds (2.5 % shown as 3 %) and nobody touched stays exact.
 */
export const bodyAgain = (pool: Pool, named: Named, form: PoolForm): Body => {
  const before = formOf(pool, () => '', named);
  const { organiserId: _, ...body } = bodyOf(form, pool.organiserId);
  const isSame = (...fields: readonly (keyof PoolForm)[]): boolean =>
    fields.every((field) => form[field] === before[field]);
  const { steps, rescue, deposit, award, seal } = pool;
  const step = (
    now: Step | undefined,
    was: { readonly dueS: number; readonly hasDeputy: boolean; readonly deputyS: number },
    hours: number | null,
    hoursBefore: number | null,
  ): Step => ({
    ...now,
    ...(hours === hoursBefore ? { dueS: was.dueS } : {}),
    ...(was.hasDeputy && now?.deputyId !== undefined ? { deputyS: was.deputyS } : {}),
  });
  return {
    ...body,
    ...(isSame('closesAt') ? { closesAt: pool.closesAt } : {}),
    ...(isSame('biddingHours') ? { biddingPeriodS: pool.biddingPeriodS } : {}),
    steps: {
      ...body.steps,
      ...(isSame('standstillHours') ? { standstillS: steps.objection.dueS } : {}),
      ...(isSame('contractHours') ? { contractDueS: steps.contract.dueS } : {}),
      proposal: step(body.steps?.proposal, steps.proposal, form.proposal.hours, before.proposal.hours),
      answer: step(idsOf(named.answer), steps.answer, null, null),
      approval: step(body.steps?.approval, steps.approval, form.approval.hours, before.approval.hours),
    },
    award: { ...award, ...(isSame('maxSharePercent') ? {} : body.award) },
    ...(body.rescue === undefined && rescue?.acceptsMerged !== true
      ? {}
      : {
          rescue: {
            ...body.rescue,
            ...(isSame('extendHours') && rescue?.extendByS != null && body.rescue !== undefined
              ? { extendByS: rescue.extendByS }
              : {}),
            acceptsMerged: rescue?.acceptsMerged ?? false,
          },
        }),
    seal: {
      ...body.seal,
      openWithinHours: seal.openWithinHours,
      showsBidCount: seal.showsBidCount,
      ...(named.sealDeputyId === null ? {} : { deputyId: named.sealDeputyId }),
    },
    deposit:
      form.side === 'sell'
        ? { rateBps: 0 }
        : {
            rateBps: isSame('depositPercent') ? deposit.rateBps : (body.deposit?.rateBps ?? 0),
            forfeit: form.forfeit,
            returnDays: deposit.returnDays,
            graceS: deposit.graceS,
          },
    dueBy: pool.dueBy,
  };
};
