import { useEffect } from 'preact/hooks';
import { dataOf, useApi } from '../../api/api.js';
import { actingParty, keepMe } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';

/** What a party still lacks. Where its state has changed since somebody signed in, their session learns of it. */
export const useReadiness = (partyId: string | null) => {
  const api = useApi();
  const asked = useAsk(partyId === null ? null : `readiness:${partyId}`, (ask) =>
    dataOf(ask.GET('/api/v1/parties/{partyId}/readiness', { params: { path: { partyId: partyId ?? '' } } })),
  );
  const state = asked.state === 'done' ? asked.data.state : undefined;
  useEffect(() => {
    const known = actingParty();
    if (state === undefined || known?.partyId !== partyId || known.state === state) return;
    void dataOf(api.GET('/api/v1/me')).then(keepMe, () => undefined);
  }, [state]);
  return asked;
};
