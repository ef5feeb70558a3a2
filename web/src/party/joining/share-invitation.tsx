import type { View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { Qr } from '../../parts/qr.js';
import { ShareText } from '../../parts/share-text.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { invitationLink } from './invitation-link.js';
import { inviteWords } from './invite-words.js';

/** An invitation just made: its message ready to be sent on, its link to be shown to who stands beside. */
export const ShareInvitation = ({
  invitation,
  onDone,
}: {
  readonly invitation: View<'IssuedInvitationView'>;
  readonly onDone: () => void;
}) => {
  const words = useWords(inviteWords);
  const format = useFormat();
  const link = invitationLink(location.origin, invitation.code);
  const text = [
    invitation.joinPartyId === null
      ? words.textParty(invitation.name, actingParty()?.name ?? '')
      : words.textPerson(invitation.name),
    words.textOpen(link),
    words.textUntil(format.dateTime(invitation.expiresAt)),
  ].join('\n');
  return (
    <Notice tone="good" title={words.ready}>
      <p>{words.readyAbout}</p>
      <ShareText
        label={words.message}
        text={text}
        linkOf={(written) => `https://wa.me/?text=${encodeURIComponent(written)}`}
      />
      <Qr text={link} label={words.qr} />
      <Button tone="quiet" onPress={onDone}>
        {words.another}
      </Button>
    </Notice>
  );
};
