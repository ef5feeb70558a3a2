import type { DecisionKind } from '../../../core/party/decision/take-decision.js';
import { eventType } from '../../../platform/event/event.js';
import type { DecisionTerms } from './decision.store.js';

/** Two people of a party agreed; what it leads to, the stage does whose subject it is. */
export const DecisionApproved = eventType<{
  decisionId: string;
  kind: DecisionKind;
  partyId: string;
  subjectId: string;
  terms: DecisionTerms;
}>('DecisionApproved');
