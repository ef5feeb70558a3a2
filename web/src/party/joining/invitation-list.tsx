import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Answered, Empty } from '../../parts/asked.js';
import { Badge } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { MoreButton } from '../../parts/more-button.js';
import type { useRows } from '../../parts/more-rows.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { SureButton } from '../../parts/sure-button.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { roleWords, rolesText } from '../role-words.js';
import { inviteWords } from './invite-words.js';

type Invitation = View<'InvitationView'>;
export type Invitations = ReturnType<typeof useRows<Invitation>>;
const tones = { open: 'waiting', accepted: 'good', expired: 'plain', revoked: 'plain' } as const;

const Row = ({
  invitation,
  partyId,
  onIssued,
  after,
}: {
  readonly invitation: Invitation;
  readonly partyId: string;
  readonly onIssued: (issued: View<'IssuedInvitationView'>) => void;
  readonly after: () => void;
}) => {
  const words = useWords(inviteWords);
  const roles = useWords(roleWords);
  const format = useFormat();
  const { state, joinPartyId } = invitation;
  const path = { partyId, invitationId: invitation.id };
  const revoking = useSend(
    (api) => dataOf(api.DELETE('/api/v1/parties/{partyId}/invitations/{invitationId}', { params: { path } })),
    after,
  );
  const reissuing = useSend(
    (api) =>
      dataOf(api.POST('/api/v1/parties/{partyId}/invitations/{invitationId}/reissue', { params: { path } })),
    onIssued,
  );
  const goesOn = state === 'open' || state === 'expired';
  return (
    <li class="stacked">
      <div class="row">
        <span>
          <span class="row-name">
            {joinPartyId === null ? invitation.name : rolesText(invitation.roles, roles)}
          </span>
          {goesOn && <span class="small">{words.until(format.dateTime(invitation.expiresAt))}</span>}
        </span>
        <span class="row-end">
          <Badge tone={tones[state]}>{words[state]}</Badge>
        </span>
      </div>
      {goesOn && (
        <>
          <div class="buttons">
            <Button tone="quiet" isBusy={reissuing.isSending} onPress={() => void reissuing.send()}>
              {words.again}
            </Button>
            {state === 'open' && (
              <SureButton
                question={words.sureRevoke}
                isBusy={revoking.isSending}
                onPress={() => void revoking.send()}
              >
                {words.revoke}
              </SureButton>
            )}
          </div>
          <RefusalOrProof of={reissuing} />
          <RefusalOrProof of={revoking} />
        </>
      )}
    </li>
  );
};

/** What a party invited to: those that wait, and folded away those that are over. */
export const InvitationList = ({
  of: invitations,
  partyId,
  isOf = () => true,
  onIssued,
}: {
  readonly of: Invitations;
  readonly partyId: string;
  /** Which of them are shown. */
  readonly isOf?: (invitation: Invitation) => boolean;
  readonly onIssued: (issued: View<'IssuedInvitationView'>) => void;
}) => {
  const words = useWords(inviteWords);
  const [isAll, setAll] = useState(false);
  return (
    <Answered of={invitations.first}>
      {() => {
        const own = invitations.rows.filter(isOf);
        const going = own.filter(({ state }) => state === 'open' || state === 'expired');
        const over = own.filter(({ state }) => state === 'accepted' || state === 'revoked');
        const list = (rows: readonly Invitation[]) => (
          <ul class="rows">
            {rows.map((invitation) => (
              <Row
                key={invitation.id}
                {...{ invitation, partyId, onIssued }}
                after={invitations.first.again}
              />
            ))}
          </ul>
        );
        if (own.length === 0) return <Empty title={words.none} />;
        return (
          <>
            {going.length > 0 && <p class="small">{words.againAbout}</p>}
            {list(going)}
            {over.length > 0 && (
              <details
                class="group"
                open={isAll || going.length === 0}
                onToggle={(event) => {
                  setAll(event.currentTarget.open);
                }}
              >
                <summary>
                  <span class="row-name">{words.older}</span>
                </summary>
                {list(over)}
              </details>
            )}
            <MoreButton of={invitations} />
          </>
        );
      }}
    </Answered>
  );
};
