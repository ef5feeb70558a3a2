import { dataOf } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { useTitle } from '../../frame/head.js';
import type { Params } from '../../frame/screen.js';
import { Answered } from '../../parts/asked.js';
import { Facts } from '../../parts/facts.js';
import { Folded } from '../../parts/folded.js';
import { later } from '../../parts/later.js';
import { Path } from '../../parts/path.js';
import { useWords } from '../../words/words.js';
import { PartyState } from '../party-state.js';
import { seenWords } from '../seen-words.js';
import { DocumentsToJudge } from './documents-to-judge.js';
import { LegalFacts } from './legal-facts.js';
import { Standing } from './standing.js';
import { useChecks } from './use-checks.js';
import { checkingWords } from './words.js';

/** For the administrator alone. */
const PeopleList = later('people-list', () =>
  import('../people/people-list.js').then((file) => file.PeopleList),
);

/** For organisers alone, where a chair is lost or somebody looks for the store: most visits are about documents. */
const NewChair = later('new-chair', () => import('./new-chair.js').then((file) => file.NewChair));
const OutletStore = later('outlet-store', () => import('./outlet-store.js').then((file) => file.OutletStore));

/** Whom an organiser judges, of those in its region; the server judges again. */
const judged: readonly string[] = ['koperasi', 'supplier', 'carrier', 'kitchen'];

/** One party as those look at it who check its documents and say how it stands. */
const CheckedPartyScreen = ({ params: { partyId = '' } }: { readonly params: Params }) => {
  const words = useWords(checkingWords);
  const seen = useWords(seenWords);
  const asked = useAsk(`party:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}', { params: { path: { partyId } } })),
  );
  useTitle(asked.state === 'done' ? asked.data.name : words.title);
  const acting = actingParty();
  const decides = acting?.roles.some((role) => ['officer', 'treasurer', 'chair'].includes(role)) ?? false;
  const isAdministrator = acting?.kind === 'administrator';
  const organiser = decides && acting?.kind === 'organiser' ? acting : null;
  const checks = useChecks(organiser?.partyId ?? null);
  const isWithoutChair =
    checks.state === 'done' &&
    checks.data.data.some((each) => each.partyId === partyId && each.isWithoutChair);
  return (
    <div class="narrow">
      <Path name={words.path} steps={[['/pihak', words.title]]} />
      <Answered of={asked} heading={words.title}>
        {(party) => (
          <>
            <header class="title-row">
              <h1>{party.name}</h1>
              <PartyState state={party.state} />
            </header>
            <Facts
              of={[
                [seen.kind, seen[party.kind]],
                [seen.district, party.district ?? '–'],
                [
                  words.capabilities,
                  party.capabilities.includes('cold-store') ? words.coldStore : words.noCapability,
                ],
                [seen.code, party.code],
              ]}
            />
            {organiser !== null && isWithoutChair && <NewChair party={party} by={organiser} />}
            {decides && (isAdministrator || judged.includes(party.kind)) && (
              <>
                <DocumentsToJudge party={party} after={asked.again} />
                <Standing party={party} after={asked.again} />
              </>
            )}
            {organiser !== null && ['koperasi', 'kitchen'].includes(party.kind) && (
              <Folded title={words.store}>
                <OutletStore party={party} by={organiser} after={asked.again} />
              </Folded>
            )}
            <LegalFacts partyId={party.id} />
            {isAdministrator && decides && (
              <Folded title={words.people}>
                <PeopleList partyId={party.id} />
              </Folded>
            )}
          </>
        )}
      </Answered>
    </div>
  );
};

export default CheckedPartyScreen;
