import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

const CHECKS = 20;
const STEPS = 200;

export const useInvariants = () => useAsk('invariants', (api) => dataOf(api.GET('/api/v1/invariants')));

export const useTrialBalance = (on = '') =>
  useAsk(`trial-balance:${on}`, (api) =>
    dataOf(api.GET('/api/v1/ledger/trial-balance', { params: { query: on === '' ? {} : { on } } })),
  );

export const useChecks = () =>
  useAsk('ledger-checks', (api) =>
    dataOf(api.GET('/api/v1/ledger/checks', { params: { query: { limit: CHECKS } } })),
  );

export const useParked = () => useAsk('parked', (api) => dataOf(api.GET('/api/v1/parked')));

export const useSteps = () =>
  useAsk('steps', (api) => dataOf(api.GET('/api/v1/steps', { params: { query: { limit: STEPS } } })));

export const useHeads = () =>
  useAsk('audit-heads', (api) => dataOf(api.GET('/api/v1/audit/heads', { params: { query: {} } })));
