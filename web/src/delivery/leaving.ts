import { lastErrandAbout } from '../offline/use-errand.js';

/** What an errand that lets a drop leave is about. */
export const leavingOf = (dropId: string): string => `leaving:${dropId}`;

/** Whether the phone has a departure of this drop that nobody has refused. */
export const isLeaving = (dropId: string): boolean => {
  const errand = lastErrandAbout(leavingOf(dropId));
  return errand !== undefined && errand.state !== 'refused';
};
