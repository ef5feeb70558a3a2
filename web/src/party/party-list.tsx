import { useState } from 'preact/hooks';
import { Link, useSearch } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Choices } from '../parts/choices.js';
import { Field } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { useRows } from '../parts/more-rows.js';
import { useWords } from '../words/words.js';
import { PartyState } from './party-state.js';
import { seenWords } from './seen-words.js';

const kinds = ['koperasi', 'organiser', 'supplier', 'carrier', 'kitchen', 'observer'] as const;

const kindOf = (text: string | null): (typeof kinds)[number] | undefined =>
  kinds.find((kind) => kind === text);

/** Who takes part, by kind or by a part of the name; each leads to its page below `base`. */
export const PartyList = ({ base }: { readonly base: string }) => {
  const words = useWords(seenWords);
  const kind = kindOf(new URLSearchParams(useSearch()).get('jenis'));
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  const parties = useRows(`parties:${kind ?? ''}:${sought}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties', {
        params: {
          query: {
            limit: 25,
            ...(kind === undefined ? {} : { kind }),
            ...(sought === '' ? {} : { q: sought }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
  const pathOf = (of: string | undefined): string => `${base}${of === undefined ? '' : `?jenis=${of}`}`;
  return (
    <>
      <Choices
        label={words.kinds}
        now={pathOf(kind)}
        of={[
          [pathOf(undefined), words.all],
          ...kinds.map((one): [string, string] => [pathOf(one), words[one]]),
        ]}
      />
      <form
        class="narrow find"
        onSubmit={(event) => {
          event.preventDefault();
          setSought(typed.trim());
        }}
      >
        <Field label={words.search} type="search" value={typed} onChange={setTyped} />
        <Button type="submit" tone="quiet">
          {words.find}
        </Button>
      </form>
      <Answered of={parties.first}>
        {() =>
          parties.rows.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <>
              <ul class="rows">
                {parties.rows.map((party) => (
                  <li key={party.id}>
                    <Link href={`${base}/${party.id}`} class="row-link">
                      <span>
                        <span class="row-name">{party.name}</span>
                        <span class="small">
                          {words[party.kind]}
                          {party.district !== null && `, ${party.district}`}
                        </span>
                      </span>
                      <span class="step-end">
                        {party.state !== 'active' && <PartyState state={party.state} />}
                        <Icon name="next" />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              {parties.hasMore && (
                <Button tone="quiet" isBusy={parties.isFetching} onPress={() => void parties.fetchMore()}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </>
  );
};
