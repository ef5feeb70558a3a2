import type { Api } from './call-api.js';
import type { SeasonPlan } from './season-plan.js';
import type { People } from './sign-in.js';

/** Told of each step: its name, how much of it is done, of how much. */
export type Progress = (step: string, done: number, total: number) => void;

/** What every step of a season stands on. */
export interface Scene {
  readonly api: Api;
  readonly people: People;
  readonly plan: SeasonPlan;
  readonly tell: Progress;
}

/** Calls abreast: as many as an HTTP process serves without queueing. */
export const CALLS_ABREAST = 8;

/** Tells of a step's items as they are done. */
export const counting = (tell: Progress, step: string, total: number): (() => void) => {
  let done = 0;
  tell(step, 0, total);
  return () => {
    done += 1;
    tell(step, done, total);
  };
};
