import { dataOf, type View } from '../../api/api.js';
import { useRows } from '../../parts/more-rows.js';

/** What a party invited to, newest first. */
export const useInvitations = (partyId: string) =>
  useRows<View<'InvitationView'>>(`invitations:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/invitations', {
        params: { path: { partyId }, query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
