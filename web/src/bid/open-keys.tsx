import { useState } from 'preact/hooks';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { Refusal } from '../parts/refusal.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { dueKeys, waitingHolder, type Committee } from './ceremony-step.js';
import { committeeWords } from './committee-words.js';
import { Fault } from './fault.js';
import { beginOpenings, fetchShares, giveShares, outcomeOf, type Begun } from './keep-ceremony.js';
import { useHolderName } from './use-committee.js';

/** A holder opens what is due: begins and waits for another's share, or gives theirs to who has begun. */
export const OpenKeys = ({
  committee: { holders, keys },
  personId,
  onBegun,
}: {
  readonly committee: Committee;
  readonly personId: string;
  readonly onBegun: (begun: readonly Begun[]) => void;
}) => {
  const words = useWords(committeeWords);
  const format = useFormat();
  const nameOf = useHolderName(holders);
  const [passphrase, setPassphrase] = useState('');
  const due = dueKeys(keys).flatMap(({ keyId }) => keyId ?? []);
  const other = waitingHolder(dueKeys(keys), personId);
  const beginning = useSend(
    (api) => outcomeOf(async () => beginOpenings(api, await fetchShares(api, due, passphrase))),
    (outcome) => {
      if ('done' in outcome) onBegun(outcome.done);
    },
  );
  const giving = useSend((api) =>
    outcomeOf(async () => giveShares(api, await fetchShares(api, due, passphrase), personId)),
  );
  if (giving.sent !== null && 'done' in giving.sent)
    return (
      <Notice tone="good" title={words.given}>
        <p>{words.givenText(nameOf(other ?? ''))}</p>
      </Notice>
    );
  const begin = (tone: 'main' | 'quiet', name: string) => (
    <Button
      tone={tone}
      isBusy={beginning.isSending}
      isDisabled={passphrase === ''}
      onPress={() => void beginning.send()}
    >
      {name}
    </Button>
  );
  return (
    <section class="card narrow">
      <h2>{words.open}</h2>
      <p>{other === undefined ? words.openText(format.number(due.length)) : words.giveText(nameOf(other))}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') void (other === undefined ? beginning : giving).send();
        }}
      >
        <Field
          label={words.passphrase}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
        />
        <Fault of={beginning.sent ?? giving.sent} />
        <Refusal of={beginning.refused === null ? giving : beginning} />
        {other === undefined ? (
          begin('main', words.begin)
        ) : (
          <>
            <Button
              isBusy={giving.isSending}
              isDisabled={passphrase === ''}
              onPress={() => void giving.send()}
            >
              {words.give}
            </Button>
            <details>
              <summary>{words.beginAlso}</summary>
              <p>{words.beginAlsoText}</p>
              {begin('quiet', words.beginAlso)}
            </details>
          </>
        )}
      </form>
    </section>
  );
};
