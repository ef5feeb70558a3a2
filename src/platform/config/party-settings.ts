import type { Setting } from './setting.js';

/** How long sessions, invitations and decisions of parties and their people hold. */
export const partySettings = {
  SESSION_HOURS: {
    kind: 'whole',
    min: 1,
    max: 720,
    fallback: 12,
    about: 'Hours until a session expires and the person signs in again.',
    example: '12',
  },
  SESSION_IDLE_MINUTES: {
    kind: 'whole',
    min: 2,
    max: 43_200,
    fallback: 120,
    about: 'Minutes without a request after which a session ends before its hours are over.',
    example: '120',
  },
  STEP_UP_MINUTES: {
    kind: 'whole',
    min: 1,
    max: 720,
    fallback: 15,
    about:
      'Minutes after signing in, or after proving oneself again, in which awards, contracts, payouts and accounts may be decided.',
    example: '15',
  },
  INVITATION_HOURS: {
    kind: 'whole',
    min: 1,
    max: 2160,
    fallback: 336,
    about: 'Hours until an invitation that nobody accepted expires.',
    example: '336',
  },
  DECISION_HOURS: {
    kind: 'whole',
    min: 1,
    max: 2160,
    fallback: 168,
    about: 'Hours until a proposal that awaits its second person expires.',
    example: '168',
  },
  ACCOUNT_COOLING_OFF_H: {
    kind: 'whole',
    min: 0,
    max: 720,
    fallback: 72,
    about: 'Hours from the approval of a new bank account until it is paid to; until then it can be stopped.',
    example: '72',
  },
} as const satisfies Readonly<Record<string, Setting>>;
