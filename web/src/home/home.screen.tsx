import { useEffect, useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { actingParty, type PartyKind } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import type { Ask, AskRow } from '../frame/ask-row.js';
import { useTitle } from '../frame/head.js';
import { frameWords } from '../frame/words.js';
import { Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { now } from '../words/clock.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { asks } from './asks.js';
import { Happenings } from './happenings.js';
import { homeWords } from './home-words.js';

interface Loaded {
  readonly name: string;
  readonly Shown: Ask;
}

/** Where there is something to see when nothing waits. */
const nextOf = (kind: PartyKind): readonly [path: string, about: NextWord, action: NextWord] => {
  if (kind === 'supplier') return ['/tender', 'tenders', 'toTenders'];
  if (kind === 'kitchen') return ['/kebutuhan', 'week', 'toWeek'];
  if (kind === 'observer' || kind === 'administrator') return ['/pengawasan', 'watch', 'toWatch'];
  return ['/putaran', 'pools', 'toPools'];
};
type NextWord = Exclude<keyof typeof homeWords.id, 'home'>;

/** The asks of a party that have something to say: not those of which the server counts nothing; null while it counts. */
const useRows = ({ kind, partyId }: View<'MembershipView'>): readonly AskRow[] | null => {
  const waiting = useAsk(`waiting:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/waiting', { params: { path: { partyId } } })),
  );
  const rows = asks.filter(({ kinds }) => kinds.includes(kind));
  if (waiting.state === 'loading') return null;
  // Where nobody can be asked, each looks for what is known of its own.
  if (waiting.state === 'refused') return rows;
  return rows.filter(({ counted }) => counted === undefined || waiting.data[counted] > 0);
};

const NeedsYou = ({
  party,
  again,
}: {
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(homeWords);
  const { loading, unreached, again: tryAgain } = useWords(frameWords);
  const rows = useRows(party);
  const names = rows?.map(({ name }) => name).join(' ');
  const [loaded, setLoaded] = useState<readonly Loaded[]>([]);
  const [hasFailed, setFailed] = useState(false);
  const [counts, setCounts] = useState<Readonly<Record<string, number | null>>>({});
  useEffect(() => {
    if (rows === null) return;
    void Promise.all(rows.map(async ({ name, load }) => ({ name, Shown: (await load()).default }))).then(
      setLoaded,
      () => {
        setFailed(true);
      },
    );
  }, [names]);
  const isUnknown = hasFailed || rows?.some(({ name }) => counts[name] === null) === true;
  const isLoading = !hasFailed && (rows?.some(({ name }) => counts[name] === undefined) ?? true);
  const [path, about, action] = nextOf(party.kind);
  return (
    <>
      <div class="cards">
        {loaded.map(({ name, Shown }) => (
          <Shown
            key={name}
            party={party}
            onCount={(count) => {
              setCounts((known) => (known[name] === count ? known : { ...known, [name]: count }));
            }}
          />
        ))}
      </div>
      {isLoading && (
        <div class="loading" role="status">
          <span class="loading-text">{loading}</span>
        </div>
      )}
      {isUnknown && (
        <Notice tone="warning" title={unreached}>
          <Button tone="quiet" onPress={again}>
            {tryAgain}
          </Button>
        </Notice>
      )}
      {rows?.every(({ name }) => counts[name] === 0) === true && (
        <Empty title={words.nothing}>
          <p>{words[about]}</p>
          <LinkButton href={path}>{words[action]}</LinkButton>
        </Empty>
      )}
    </>
  );
};

/** What needs this person today, and what has happened. */
const HomeScreen = () => {
  const words = useWords(homeWords);
  const format = useFormat();
  useTitle(words.home);
  const party = actingParty();
  const [tries, setTries] = useState(0);
  return (
    <>
      <h1>{party?.name}</h1>
      <p class="small">{format.day(now())}</p>
      <h2>{words.needsYou}</h2>
      {party !== undefined && (
        <>
          <NeedsYou
            key={`${party.partyId} ${String(tries)}`}
            party={party}
            again={() => {
              setTries(tries + 1);
            }}
          />
          <h2>{words.news}</h2>
          <Happenings partyId={party.partyId} />
        </>
      )}
    </>
  );
};

export default HomeScreen;
