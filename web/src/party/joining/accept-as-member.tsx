import { useLocation } from 'wouter-preact';
import { dataOf } from '../../api/api.js';
import { actFor, keepMe, session } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { joiningWords } from './words.js';

/** Accepts as the person who is signed in, who from then on may act for one party more. */
export const AcceptAsMember = ({ code }: { readonly code: string }) => {
  const words = useWords(joiningWords);
  const [, goTo] = useLocation();
  const joining = useSend(
    async (api) => {
      const joined = await dataOf(api.POST('/api/v1/invitations/join', { body: { code } }));
      return { joined, me: await dataOf(api.GET('/api/v1/me')) };
    },
    ({ joined, me }) => {
      keepMe(me);
      actFor(joined.partyId);
      goTo('/mulai');
    },
  );
  return (
    <>
      <p>{words.asMember(session.value?.person.name ?? '')}</p>
      <Refusal of={joining} />
      <Button isBusy={joining.isSending} onPress={() => void joining.send()}>
        {words.join}
      </Button>
      <p class="small">{words.notYou}</p>
    </>
  );
};
