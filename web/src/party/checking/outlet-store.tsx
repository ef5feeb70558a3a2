import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { Answered } from '../../parts/asked.js';
import { NumberField } from '../../parts/field.js';
import { Pick } from '../../parts/pick.js';
import { WithReason } from '../../parts/with-reason.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { DecisionNotice } from '../two-people.js';
import { outletWords } from './outlet-words.js';
import { useDeciding } from './use-deciding.js';

interface Props {
  readonly party: View<'PartyView'>;
  readonly by: View<'MembershipView'>;
  readonly after: () => void;
}

const Form = ({ party, by, after }: Props) => {
  const words = useWords(outletWords);
  const [storageKg, setStorage] = useState<number | null>(null);
  const [hasColdStore, setCold] = useState(party.capabilities.includes('cold-store'));
  return (
    <>
      <p>{words.changeAbout}</p>
      <WithReason
        of={[party.id, storageKg, hasColdStore]}
        label={words.why}
        hint={words.whyHint}
        button={words.propose}
        send={(api, reason, header) =>
          dataOf(
            api.POST('/api/v1/parties/{partyId}/capability-changes', {
              params: { path: { partyId: by.partyId }, header },
              body: {
                subjectId: party.id,
                hasColdStore,
                reason,
                ...(storageKg === null ? {} : { storageKg }),
              },
            }),
          )
        }
        after={after}
      >
        {(problemOf) => (
          <>
            <NumberField
              label={words.storage}
              hint={words.storageHint}
              unit="kg"
              value={storageKg}
              onChange={setStorage}
              problem={problemOf('storageKg')}
            />
            <Pick label={words.coldStore} isPicked={hasColdStore} onPick={setCold} />
            <p class="small">{words.coldStoreHint}</p>
          </>
        )}
      </WithReason>
    </>
  );
};

/** What a koperasi's or kitchen's store has, changed by two people of the organiser. */
export const OutletStore = ({ party, by, after }: Props) => {
  const words = useWords(outletWords);
  const format = useFormat();
  const deciding = useDeciding(by.partyId, party.id, 'capabilities');
  const again = (): void => {
    deciding.again();
    after();
  };
  return (
    <Answered of={deciding}>
      {({ decision, people }) =>
        decision?.state === 'proposed' ? (
          <>
            <p class="strong">
              {words.proposed(
                decision.capabilities?.storageKg == null
                  ? ''
                  : words.holds(format.number(decision.capabilities.storageKg)),
                decision.capabilities?.hasColdStore === true ? words.isCold : words.notCold,
              )}
            </p>
            <DecisionNotice {...{ decision, people }} partyId={by.partyId} after={again} />
          </>
        ) : (
          <Form key={party.capabilities.join(' ')} {...{ party, by }} after={again} />
        )
      }
    </Answered>
  );
};
