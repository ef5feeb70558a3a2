import { dataOf } from '../../api/api.js';
import { session } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';

/** By what the person proves who they are, as the server has it now. */
export const useSecurity = () =>
  useAsk(`security:${session.value?.person.id ?? ''}`, (api) => dataOf(api.GET('/api/v1/me/security')));

/** Where the person is signed in. */
export const useSessions = () =>
  useAsk(`sessions:${session.value?.person.id ?? ''}`, (api) => dataOf(api.GET('/api/v1/me/sessions')));
