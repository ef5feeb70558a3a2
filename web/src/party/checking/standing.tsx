import { dataOf, type View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { WithReason } from '../../parts/with-reason.js';
import { useWords } from '../../words/words.js';
import { checkingWords } from './words.js';

/** Suspending a party with a reason it is told, and taking that back. */
export const Standing = ({
  party,
  after,
}: {
  readonly party: View<'PartyView'>;
  readonly after: () => void;
}) => {
  const words = useWords(checkingWords);
  const acting = actingParty();
  const may =
    acting?.roles.includes('chair') === true ||
    (acting?.kind === 'administrator' && acting.roles.includes('officer'));
  const path = { partyId: party.id };
  const reinstating = useSend(
    (api) => dataOf(api.POST('/api/v1/parties/{partyId}/reinstate', { params: { path } })),
    after,
  );
  return (
    <>
      <h2>{words.standing}</h2>
      {!may && <p class="small">{words.onlyChair}</p>}
      {may &&
        (party.state === 'suspended' ? (
          <Notice tone="warning" title={words.suspendedNow}>
            <RefusalOrProof of={reinstating} />
            <Button isBusy={reinstating.isSending} onPress={() => void reinstating.send()}>
              {words.reinstate}
            </Button>
          </Notice>
        ) : (
          <details class="group">
            <summary>
              <span class="row-name">{words.suspend}</span>
            </summary>
            <p>{words.suspendAbout}</p>
            <WithReason
              of={[party.id, 'suspend']}
              label={words.suspendWhy}
              button={words.suspend}
              sure={words.sureSuspend(party.name)}
              send={(api, reason) =>
                dataOf(api.POST('/api/v1/parties/{partyId}/suspend', { params: { path }, body: { reason } }))
              }
              after={after}
            />
          </details>
        ))}
    </>
  );
};
