import { eventType } from '../../platform/event/event.js';

/** Every supplier of an approved award has signed: its goods are shared out, and the lot is contracted. */
export const ContractsSigned = eventType<{ lotId: string; awardId: string }>('ContractsSigned');

/** A bid of this attempt fell out: the lot is awarded anew among the others. */
export const AwardReplaced = eventType<{ lotId: string; awardId: string }>('AwardReplaced');
