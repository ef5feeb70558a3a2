import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Balances } from '../ledger/balances.js';
import { Answered, Empty } from '../parts/asked.js';
import { Facts } from '../parts/facts.js';
import { Path } from '../parts/path.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { PartyState } from './party-state.js';
import { seenWords } from './seen-words.js';

const MOST = 50;

const Books = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(seenWords);
  const format = useFormat();
  const books = useAsk(`balances:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/balances', { params: { path: { partyId }, query: {} } })),
  );
  return (
    <>
      <h2>{words.books}</h2>
      <Answered of={books}>
        {({ accounts, balances, sumRp }) =>
          accounts.length === 0 ? (
            <Empty title={words.noBooks} />
          ) : (
            <>
              <p>{balances ? words.balanced : words.unbalanced(format.rupiah(sumRp))}</p>
              <Balances of={accounts} caption={words.books} />
            </>
          )
        }
      </Answered>
    </>
  );
};

const Happenings = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(seenWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const happenings = useAsk(`happenings:${partyId}`, (api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/happenings', {
        params: { path: { partyId }, query: { limit: MOST } },
      }),
    ),
  );
  return (
    <>
      <h2>{words.happenings}</h2>
      <Answered of={happenings}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={words.noHappenings} />
          ) : (
            <ol class="plain-list happenings">
              {data.map(({ id, toldAt, textId, textEn }) => (
                <li key={id}>
                  <span>{isId ? textId : textEn}</span>
                  <span class="small">{format.dateTime(toldAt)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </>
  );
};

/** A party as an observer sees it: who it is, its books, and what happened to it. */
const SeenPartyScreen = ({ params: { partyId = '' } }: { readonly params: Params }) => {
  const words = useWords(seenWords);
  const party = useAsk(`party:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}', { params: { path: { partyId } } })),
  );
  useTitle(party.state === 'done' ? party.data.name : words.title, words.about);
  return (
    <>
      <Path
        name={words.path}
        steps={[
          ['/pengawasan', words.watch],
          ['/pengawasan/pihak', words.title],
        ]}
      />
      <Answered of={party} heading={words.title}>
        {({ name, kind, state, district, code }) => (
          <>
            <header class="title-row">
              <h1>{name}</h1>
              <PartyState state={state} />
            </header>
            <Facts
              of={[
                [words.kind, words[kind]],
                [words.district, district ?? '–'],
                [words.code, code],
              ]}
            />
            <p class="small">{words.noted}</p>
            {actingParty()?.kind === 'observer' && <Books partyId={partyId} />}
            <Happenings partyId={partyId} />
          </>
        )}
      </Answered>
    </>
  );
};

export default SeenPartyScreen;
