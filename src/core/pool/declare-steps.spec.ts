import { Refusal } from '../kernel/refuse.js';
import { declareSteps, standardSteps, type StepsRequest } from './declare-steps.js';

const roles = new Map([
  ['ani', ['officer']],
  ['budi', ['chair']],
  ['cici', ['treasurer', 'chair']],
  ['dodi', ['viewer']],
]);

const refusalOf = (request: StepsRequest): [string, string | undefined] => {
  try {
    declareSteps(request, roles);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.errors[0]?.field];
    throw error;
  }
  return ['NOT_REFUSED', undefined];
};

describe('declaring the human steps of a pool', () => {
  it('takes what is usual where nothing is said, with a standstill', () => {
    expect(declareSteps(undefined, roles)).toEqual(standardSteps);
    expect(declareSteps({ proposal: {} }, roles)).toEqual(standardSteps);
    expect(standardSteps.objection.dueS).toBeGreaterThan(0);
  });

  it('takes times, holders and deputies as they are named; no standstill only where it is said', () => {
    const steps = declareSteps(
      {
        proposal: { dueS: 60, holderId: 'ani' },
        approval: { dueS: 3600, holderId: 'budi', deputyId: 'cici', deputyS: 7200 },
        answer: { deputyId: 'cici' },
        standstillS: 0,
        contractDueS: 30,
      },
      roles,
    );
    expect(steps.proposal).toEqual({ dueS: 60, holderId: 'ani', deputyId: null, deputyS: 0 });
    expect(steps.approval).toEqual({ dueS: 3600, holderId: 'budi', deputyId: 'cici', deputyS: 7200 });
    expect(steps.answer).toEqual({ dueS: 86_400, holderId: null, deputyId: 'cici', deputyS: 86_400 });
    expect([steps.objection.dueS, steps.contract.dueS]).toEqual([0, 30]);
  });

  it.each<[string, StepsRequest, string]>([
    ['STEP_PERSON_WITHOUT_ROLE', { proposal: { holderId: 'dodi' } }, 'steps.proposal.holderId'],
    ['STEP_PERSON_WITHOUT_ROLE', { approval: { deputyId: 'ani' } }, 'steps.approval.deputyId'],
    ['STEP_PERSON_WITHOUT_ROLE', { answer: { holderId: 'a stranger' } }, 'steps.answer.holderId'],
    ['DEPUTY_IS_HOLDER', { approval: { holderId: 'budi', deputyId: 'budi' } }, 'steps.approval.deputyId'],
    ['DEPUTY_TIME_WITHOUT_DEPUTY', { approval: { deputyS: 60 } }, 'steps.approval.deputyS'],
    [
      'NAMED_FOR_BOTH_STEPS',
      { proposal: { holderId: 'budi' }, approval: { holderId: 'budi' } },
      'steps.approval.holderId',
    ],
    [
      'NAMED_FOR_BOTH_STEPS',
      { proposal: { deputyId: 'cici' }, answer: { deputyId: 'cici' } },
      'steps.answer.deputyId',
    ],
  ])('refuses %s and names the field', (code, request, field) => {
    expect(refusalOf(request)).toEqual([code, field]);
  });
});
