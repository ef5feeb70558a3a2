import { useState } from 'preact/hooks';
import { dataOf } from '../../api/api.js';
import { useOnce } from '../../api/use-once.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { DayField } from '../../parts/day-field.js';
import { Field, Select } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { TextArea } from '../../parts/text-area.js';
import { now } from '../../words/clock.js';
import { dayOf } from '../../words/day-of.js';
import { useWords } from '../../words/words.js';
import { topicOf } from './topic.js';
import { ruleWords, topics } from './words.js';

const OTHER = 'other';

/** A rule as the members decided it, proposed by one person. */
export const ProposeRule = ({ partyId, after }: { readonly partyId: string; readonly after: () => void }) => {
  const words = useWords(ruleWords);
  const [chosen, setChosen] = useState<string>(topics[0]);
  const [typed, setTyped] = useState('');
  const [textId, setText] = useState('');
  const [value, setValue] = useState('');
  const [decidedOn, setDecided] = useState(dayOf(now()));
  const [effectiveFrom, setEffective] = useState(dayOf(now()));
  const [minutesRef, setMinutes] = useState('');
  const topic = chosen === OTHER ? topicOf(typed) : chosen;
  const body = {
    ...{ topic, textId: textId.trim(), decidedOn, effectiveFrom },
    ...(value.trim() === '' ? {} : { value: value.trim() }),
    ...(minutesRef.trim() === '' ? {} : { minutesRef: minutesRef.trim() }),
  };
  const header = useOnce(partyId, body);
  const proposing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/house-rules', { params: { path: { partyId }, header }, body }),
      ),
    () => {
      setText('');
      after();
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void proposing.send();
      }}
    >
      <Select
        label={words.topic}
        value={chosen}
        choices={[
          ...topics.map((each) => ({ value: each, name: words[each] })),
          { value: OTHER, name: words.otherTopic },
        ]}
        onChange={setChosen}
      />
      {chosen === OTHER && (
        <Field
          label={words.topicCode}
          value={typed}
          onChange={setTyped}
          problem={proposing.problemOf('topic')}
          isRequired
        />
      )}
      <TextArea
        label={words.text}
        hint={words.textHint}
        value={textId}
        onChange={setText}
        problem={proposing.problemOf('textId')}
        maxLength={2000}
      />
      <Field label={words.value} hint={words.valueHint} value={value} onChange={setValue} maxLength={200} />
      <div class="pair">
        <DayField
          label={words.decided}

          value={decidedOn}
          onChange={setDecided}
          problem={proposing.problemOf('decidedOn')}
          isRequired
        />
        <DayField
          label={words.effective}

          value={effectiveFrom}
          onChange={setEffective}
          problem={proposing.problemOf('effectiveFrom')}
          isRequired
        />
      </div>
      <Field
        label={words.reference}
        hint={words.referenceHint}
        value={minutesRef}
        onChange={setMinutes}
        maxLength={200}
      />
      <RefusalOrProof of={proposing} />
      <Button type="submit" isBusy={proposing.isSending}>
        {words.propose}
      </Button>
    </form>
  );
};
