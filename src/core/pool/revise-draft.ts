import { refuseDraft } from './draft-refusals.js';
import { refusePool } from './refusals.js';
import { requireDraft, type DraftMoment } from './require-draft.js';

/** What a draft says of its time. */
export interface DraftTimes {
  readonly closesAt: Date;
  readonly neededFrom: string;
  readonly neededUntil: string;
}

/** Judges the times of a draft. `closesOn`: the last civil day on which the pool can close, extended or not. @throws Refusal */
export const requireTimes = (
  { closesAt, neededFrom, neededUntil }: DraftTimes,
  { now, closesOn }: { readonly now: Date; readonly closesOn: string },
): void => {
  if (closesAt <= now) throw refusePool('CLOSING_TIME_PAST', {}, 'closesAt');
  if (neededFrom > neededUntil) throw refuseDraft('NEED_DATES_REVERSED', {}, 'neededFrom');
  if (neededUntil < closesOn) throw refuseDraft('NEED_ENDS_BEFORE_CLOSING', { closesOn }, 'neededUntil');
};

/** Judges a change of a draft's name and times; what it declares besides stands, or is declared anew whole. @throws Refusal */
export const reviseDraft = (
  draft: DraftMoment & { readonly now: Date },
  times: DraftTimes,
  closesOn: string,
): void => {
  requireDraft(draft);
  requireTimes(times, { now: draft.now, closesOn });
};
