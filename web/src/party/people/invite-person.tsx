import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { InvitationList } from '../joining/invitation-list.js';
import { inviteWords } from '../joining/invite-words.js';
import { ShareInvitation } from '../joining/share-invitation.js';
import { useInvitations } from '../joining/use-invitations.js';
import type { RoleName } from '../role-words.js';
import { RolePicks } from './role-picks.js';
import { peopleWords } from './words.js';

/** Brings somebody into one's own party, and shows what became of the invitations before. */
export const InvitePerson = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(peopleWords);
  const { none } = useWords(inviteWords);
  const [roles, setRoles] = useState<RoleName[]>(['officer']);
  const [issued, setIssued] = useState<View<'IssuedInvitationView'> | null>(null);
  const invitations = useInvitations(partyId);
  const show = (invitation: View<'IssuedInvitationView'>): void => {
    setIssued(invitation);
    invitations.first.again();
  };
  const inviting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/invitations', {
          params: { path: { partyId } },
          body: { roles },
        }),
      ),
    show,
  );
  const isOwn = ({ joinPartyId }: View<'InvitationView'>): boolean => joinPartyId === partyId;
  return (
    <>
      <h2>{words.invite}</h2>
      {issued === null ? (
        <>
          <p>{words.inviteAbout}</p>
          <RolePicks roles={roles} onChange={setRoles} problem={inviting.problemOf('roles')} />
          <RefusalOrProof of={inviting} />
          <Button isBusy={inviting.isSending} onPress={() => void inviting.send()}>
            {words.make}
          </Button>
        </>
      ) : (
        <ShareInvitation
          invitation={issued}
          onDone={() => {
            setIssued(null);
          }}
        />
      )}
      <h2>{words.invitations}</h2>
      {invitations.rows.some(isOwn) || invitations.first.state !== 'done' ? (
        <InvitationList of={invitations} partyId={partyId} isOf={isOwn} onIssued={show} />
      ) : (
        <p>{none}</p>
      )}
    </>
  );
};
