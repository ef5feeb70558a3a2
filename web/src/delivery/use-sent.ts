import { allRows } from '../api/all-rows.js';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';

const PAGE = 200;

/** All drops in a state that a party sends. */
export const useSent = (partyId: string, state: View<'DropView'>['state']) =>
  useAsk(`drops:sent:${partyId}:${state}`, async (api) => {
    const drops = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/drops', {
          params: { query: { state, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    );
    return drops.filter(({ senderId }) => senderId === partyId);
  });
