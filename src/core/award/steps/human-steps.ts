import { stepRoles, type DeclaredStep, type NamedStep, type StepRule } from '../../pool/declare-steps.js';
import { refuseAward } from '../refusals.js';
import type { OpenStep } from './course.js';

interface Words {
  readonly id: string;
  readonly en: string;
}

export interface HumanStep {
  readonly title: Words;
  /** Who takes the step. */
  readonly by: 'worker' | 'organiser' | 'members' | 'suppliers';
  /** What happens when nobody does, in words. */
  readonly byDefault: Words;
}

/** Every step between bidding and contract, opening included: who takes it, and what happens when nobody does. */
export const humanSteps: Readonly<Record<'opening' | DeclaredStep, HumanStep>> = {
  opening: {
    title: { id: 'Pembukaan penawaran', en: 'Opening of bids' },
    by: 'worker',
    byDefault: {
      id: 'Sistem membuka semua penawaran pada batas waktunya.',
      en: 'The system opens all bids at their deadline.',
    },
  },
  proposal: {
    title: { id: 'Usulan pemenang', en: 'Proposal of the award' },
    by: 'organiser',
    byDefault: {
      id: 'Sistem mengusulkan hasil hitungannya; dua orang harus menyetujuinya.',
      en: 'The system proposes what it computed; two people must then approve.',
    },
  },
  objection: {
    title: { id: 'Masa sanggah', en: 'Objection window' },
    by: 'members',
    byDefault: {
      id: 'Tanpa keberatan yang belum dijawab, usulan dapat disetujui.',
      en: 'With no objection left unanswered, the proposal may be approved.',
    },
  },
  answer: {
    title: { id: 'Jawaban atas keberatan', en: 'Answer to objections' },
    by: 'organiser',
    byDefault: {
      id: 'Paket gagal: sistem tidak memutus keberatan, dan usulan yang disanggah tidak dibeli tanpa jawaban.',
      en: 'The lot fails: no machine judges an objection, and what is disputed is not bought unanswered.',
    },
  },
  approval: {
    title: { id: 'Persetujuan pemenang', en: 'Approval of the award' },
    by: 'organiser',
    byDefault: {
      id: 'Paket gagal karena tidak disetujui pada waktunya; sistem tidak pernah menyetujui.',
      en: 'The lot fails, not approved in time; the system never approves.',
    },
  },
  contract: {
    title: { id: 'Tanda tangan kontrak', en: 'Signing of the contract' },
    by: 'suppliers',
    byDefault: {
      id: 'Penawaran yang tidak ditandatangani gugur; pemenang dihitung ulang dari penawaran lain.',
      en: 'A bid that is not signed is out; the award is computed anew from the other bids.',
    },
  },
};

/** A person and the roles they have at the organiser of the award's pool; elsewhere they count for nothing. */
export interface Decider {
  readonly personId: string;
  readonly roles: readonly string[];
}

export const hasStepRole = (step: NamedStep, { roles }: Decider): boolean =>
  roles.some((role) => stepRoles[step].includes(role));

/**
 * Whether it is somebody's turn: with nobody named, of all who have the role; else of the holder, and from due on
 * of the deputy too. The role itself is judged by the verb.
 *
 *   holder | deputy | Budi, the holder | Cici, the deputy        | another chair
 *   none   | any    | yes              | yes                     | yes
 *   Budi   | Cici   | yes              | once it is due          | no
 */
export const isTurnOf = (
  { holderId, deputyId }: StepRule,
  personId: string,
  dueAt: Date | null,
  now: Date,
): boolean =>
  holderId === null ||
  holderId === personId ||
  (deputyId === personId && dueAt !== null && now.getTime() >= dueAt.getTime());

/** @throws Refusal once the default has fallen due by the clock, whether or not the worker has come by yet. */
export const requireInTime = ({ defaultAt }: Pick<OpenStep, 'defaultAt'>, now: Date): void => {
  if (now.getTime() >= defaultAt.getTime())
    throw refuseAward('STEP_IS_OVER', { until: defaultAt.toISOString() });
};

/** @throws Refusal while it is another's turn, and once the step is over. */
export const requireTurn = (rule: StepRule, step: OpenStep, { personId }: Decider, now: Date): void => {
  requireInTime(step, now);
  if (!isTurnOf(rule, personId, step.dueAt, now))
    throw refuseAward('ANOTHER_IS_NAMED_FOR_THIS_STEP', { due: step.dueAt.toISOString() });
};
