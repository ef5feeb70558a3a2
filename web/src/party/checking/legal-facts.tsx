import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { useOnce } from '../../api/use-once.js';
import { useSend } from '../../api/use-send.js';
import { Answered } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Checkbox } from '../../parts/checkbox.js';
import { DayField } from '../../parts/day-field.js';
import { Field, Select } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { now } from '../../words/clock.js';
import { dayOf } from '../../words/day-of.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { checkingWords } from './words.js';

type Kind = View<'LegalFactView'>['kind'];
const kinds: readonly Kind[] = ['legal-entity', 'pkp', 'withholds-pph-22', 'withholds-pph-23'];

const RecordFact = ({ partyId, after }: { readonly partyId: string; readonly after: () => void }) => {
  const words = useWords(checkingWords);
  const [kind, setKind] = useState<Kind>('legal-entity');
  const [holds, setHolds] = useState(true);
  const [validFrom, setValidFrom] = useState(dayOf(now()));
  const [basis, setBasis] = useState('');
  const header = useOnce(partyId, kind, holds, validFrom, basis);
  const recording = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/legal-facts', {
          params: { path: { partyId }, header },
          body: { kind, holds, validFrom, basis: basis.trim() },
        }),
      ),
    after,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void recording.send();
      }}
    >
      <Select
        label={words.fact}
        value={kind}
        choices={kinds.map((value) => ({ value, name: words[value] }))}
        onChange={setKind}
      />
      <Checkbox label={words.holds} isChecked={holds} onChange={setHolds} />
      <DayField
        label={words.validFrom}

        value={validFrom}
        onChange={setValidFrom}
        problem={recording.problemOf('validFrom')}
        isRequired
      />
      <Field
        label={words.basis}
        hint={words.basisHint}
        value={basis}
        onChange={setBasis}
        problem={recording.problemOf('basis')}
        maxLength={300}
        isRequired
      />
      <RefusalOrProof of={recording} />
      <Button type="submit" isBusy={recording.isSending}>
        {words.record}
      </Button>
    </form>
  );
};

/** What a party is before the law, newest first; the administrator records it from what was shown. */
export const LegalFacts = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(checkingWords);
  const format = useFormat();
  const acting = actingParty();
  const may =
    acting?.kind === 'administrator' && acting.roles.some((role) => role === 'officer' || role === 'chair');
  const asked = useAsk(`legal-facts:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/legal-facts', { params: { path: { partyId } } })),
  );
  return (
    <>
      <h2>{words.facts}</h2>
      <Answered of={asked}>
        {({ data }) =>
          data.length === 0 ? (
            <p>{words.noFacts}</p>
          ) : (
            <ul class="rows">
              {[...data].reverse().map(({ id, kind, holds, validFrom, basis }) => (
                <li key={id} class="row">
                  <span>
                    <span class="row-name">
                      {words[kind]}: {holds ? words.isSo : words.notSo}
                    </span>
                    <span class="small">
                      {words.fromDay(format.date(validFrom))}, {basis}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {may ? (
        <details class="group">
          <summary>
            <span class="row-name">{words.record}</span>
          </summary>
          <RecordFact partyId={partyId} after={asked.again} />
        </details>
      ) : (
        <p class="small">{words.factsBy}</p>
      )}
    </>
  );
};
