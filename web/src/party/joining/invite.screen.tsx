import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { useTitle } from '../../frame/head.js';
import { Answered } from '../../parts/asked.js';
import { later } from '../../parts/later.js';
import { useWords } from '../../words/words.js';
import { InvitationList } from './invitation-list.js';
import { inviteWords } from './invite-words.js';
import { InviteParty } from './invite-party.js';
import { useInvitations } from './use-invitations.js';

/** With it comes what draws the code. */
const ShareInvitation = later('share-invitation', () =>
  import('./share-invitation.js').then((file) => file.ShareInvitation),
);

/** Brings a party in that is not here yet, and shows what became of the invitations before. */
const InviteScreen = () => {
  const words = useWords(inviteWords);
  useTitle(words.title, words.about);
  const partyId = actingParty()?.partyId ?? '';
  const [issued, setIssued] = useState<View<'IssuedInvitationView'> | null>(null);
  const party = useAsk(`party:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}', { params: { path: { partyId } } })),
  );
  const invitations = useInvitations(partyId);
  const show = (invitation: View<'IssuedInvitationView'>): void => {
    setIssued(invitation);
    invitations.first.again();
    scrollTo(0, 0);
  };
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      {issued === null ? (
        <>
          <p class="lead">{words.about}</p>
          <Answered of={party}>{(by) => <InviteParty by={by} onIssued={show} />}</Answered>
        </>
      ) : (
        <ShareInvitation
          invitation={issued}
          onDone={() => {
            setIssued(null);
          }}
        />
      )}
      <h2>{words.sent}</h2>
      <InvitationList
        of={invitations}
        partyId={partyId}
        isOf={({ joinPartyId }) => joinPartyId !== partyId}
        onIssued={show}
      />
    </div>
  );
};

export default InviteScreen;
