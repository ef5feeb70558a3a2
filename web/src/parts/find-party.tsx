import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import type { PartyKind } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { defineWords, useWords } from '../words/words.js';
import { Answered } from './asked.js';
import { Field } from './field.js';
import { Pick } from './pick.js';

const ownWords = defineWords({
  id: { hint: 'Ketik bagian namanya, lalu pilih.', none: 'Tidak ada pihak dengan nama itu.' },
  en: { hint: 'Type a part of its name, then choose.', none: 'There is no party of that name.' },
});

const FEWEST_LETTERS = 3;

/** One party out of many, by a part of its name. */
export const FindParty = ({
  label,
  kind,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly kind?: PartyKind;
  readonly chosen: string | null;
  readonly onChange: (partyId: string) => void;
}) => {
  const words = useWords(ownWords);
  const [text, setText] = useState('');
  const q = text.trim();
  const asked = useAsk(q.length < FEWEST_LETTERS ? null : `parties:${kind ?? ''}:${q}`, (api) =>
    dataOf(
      api.GET('/api/v1/parties', {
        params: { query: { q, limit: 8, ...(kind === undefined ? {} : { kind }) } },
      }),
    ),
  );
  return (
    <fieldset class="plain">
      <Field label={label} hint={words.hint} type="search" value={text} onChange={setText} />
      {q.length >= FEWEST_LETTERS && (
        <Answered of={asked}>
          {({ data }) =>
            data.length === 0 ? (
              <p class="small">{words.none}</p>
            ) : (
              data.map(({ id, name, district }) => (
                <Pick
                  key={id}
                  group={`party-${label}`}
                  isPicked={chosen === id}
                  onPick={() => {
                    onChange(id);
                  }}
                  label={name}
                >
                  {district !== null && <p>{district}</p>}
                </Pick>
              ))
            )
          }
        </Answered>
      )}
    </fieldset>
  );
};
