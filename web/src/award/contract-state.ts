import type { View } from '../api/api.js';

export type ContractState = 'waits' | 'signed' | 'declined' | 'fellOut' | 'late';

/** Where a contract stands, as who is to sign it sees it; `lotState` where it is known. */
export const contractStateOf = (
  { answer, isCurrent, dueAt }: Pick<View<'ContractView'>, 'answer' | 'isCurrent' | 'dueAt'>,
  nowMs: number,
): ContractState => {
  if (answer === 'declined') return 'declined';
  if (!isCurrent) return 'fellOut';
  if (answer === 'signed') return 'signed';
  return dueAt !== null && Date.parse(dueAt) < nowMs ? 'late' : 'waits';
};

/** A colour for each; its word always stands beside. */
export const contractTones = {
  waits: 'waiting',
  signed: 'good',
  declined: 'bad',
  fellOut: 'plain',
  late: 'bad',
} as const;
