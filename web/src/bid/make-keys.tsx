import { useState } from 'preact/hooks';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Checkbox } from '../parts/checkbox.js';
import { Facts } from '../parts/facts.js';
import { Refusal } from '../parts/refusal.js';
import { useWords } from '../words/words.js';
import type { Committee } from './ceremony-step.js';
import { committeeWords } from './committee-words.js';
import { Fault } from './fault.js';
import { outcomeOf, makeKeys } from './keep-ceremony.js';
import { KeyName } from './key-name.js';
import { useHolderName } from './use-committee.js';

/** The organiser compares the holders' keys by word of mouth, then makes the keys of all lots that wait, here. */
export const MakeKeys = ({
  poolId,
  committee: { holders, keys },
  after,
}: {
  readonly poolId: string;
  readonly committee: Committee;
  readonly after: () => void;
}) => {
  const words = useWords(committeeWords);
  const nameOf = useHolderName(holders);
  const [isCompared, setCompared] = useState(false);
  const waiting = keys.flatMap(({ waitsForKey, lotId }) => (waitsForKey && lotId !== null ? [lotId] : []));
  // Terms over all lots have a key of their own; of one lot there is nothing to say over all.
  const wantsTerms = keys.length > 1 && keys.every(({ lotId }) => lotId !== null);
  const making = useSend((api) =>
    outcomeOf(() => makeKeys(api, holders, waiting, wantsTerms ? poolId : null)),
  );
  return (
    <section class="card">
      <h2>{words.make}</h2>
      <p>{words.makeText}</p>
      <Facts
        of={holders.flatMap(({ holderId, publicKey }) =>
          publicKey === null ? [] : [[nameOf(holderId), <KeyName key={holderId} of={publicKey} />] as const],
        )}
      />
      <Checkbox label={words.compared} isChecked={isCompared} onChange={setCompared} />
      <p class="small">{words.makeNote}</p>
      <Fault of={making.sent} />
      <Refusal of={making} />
      <Button
        isBusy={making.isSending}
        isDisabled={!isCompared}
        onPress={() => {
          // What was made before a refusal stands: the list says which lots still wait.
          void making.send().finally(after);
        }}
      >
        {words.makeButton}
      </Button>
    </section>
  );
};
