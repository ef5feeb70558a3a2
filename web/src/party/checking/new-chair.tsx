import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Answered } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { WithReason } from '../../parts/with-reason.js';
import { useWords } from '../../words/words.js';
import { ShareInvitation } from '../joining/share-invitation.js';
import { DecisionNotice } from '../two-people.js';
import { outletWords } from './outlet-words.js';
import { useDeciding } from './use-deciding.js';

interface Props {
  readonly party: View<'PartyView'>;
  readonly by: View<'MembershipView'>;
}

const Propose = ({ party, by, after }: Props & { readonly after: () => void }) => {
  const words = useWords(outletWords);
  return (
    <WithReason
      of={[party.id, 'new-chair']}
      label={words.chairWhy}
      hint={words.chairWhyHint}
      button={words.chairPropose}
      send={(api, reason, header) =>
        dataOf(
          api.POST('/api/v1/parties/{partyId}/decisions', {
            params: { path: { partyId: by.partyId }, header },
            body: { kind: 'new-chair', subjectId: party.id, reason },
          }),
        )
      }
      after={after}
    />
  );
};

const Invite = ({ party, by }: Props) => {
  const words = useWords(outletWords);
  const inviting = useSend((api) =>
    dataOf(
      api.POST('/api/v1/parties/{partyId}/invitations', {
        params: { path: { partyId: by.partyId } },
        body: { joinPartyId: party.id, roles: ['chair'] },
      }),
    ),
  );
  if (inviting.sent !== null) return <ShareInvitation invitation={inviting.sent} onDone={inviting.reset} />;
  if (!by.roles.includes('chair')) return <p>{words.chairInvites}</p>;
  return (
    <>
      <p>{words.chairDecided}</p>
      <RefusalOrProof of={inviting} />
      <Button isBusy={inviting.isSending} onPress={() => void inviting.send()}>
        {words.chairInvite}
      </Button>
    </>
  );
};

/** A party of which nobody who may sign in is the chair: two people of the organiser bring the next. */
export const NewChair = ({ party, by }: Props) => {
  const words = useWords(outletWords);
  const deciding = useDeciding(by.partyId, party.id, 'new-chair');
  const [isAnew, setAnew] = useState(false);
  return (
    <>
      <Notice tone="warning" title={words.lostChair}>
        <p>{words.lostChairAbout}</p>
      </Notice>
      <Answered of={deciding}>
        {({ decision, people }) => {
          const after = (): void => {
            setAnew(false);
            deciding.again();
          };
          if (decision === null || isAnew || decision.state === 'refused' || decision.state === 'expired')
            return <Propose {...{ party, by, after }} />;
          if (decision.state === 'proposed')
            return <DecisionNotice {...{ decision, people, after }} partyId={by.partyId} />;
          return (
            <>
              <Invite {...{ party, by }} />
              <Button
                tone="quiet"
                onPress={() => {
                  setAnew(true);
                }}
              >
                {words.chairAnew}
              </Button>
            </>
          );
        }}
      </Answered>
    </>
  );
};
