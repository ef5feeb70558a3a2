import { Link } from 'wouter-preact';
import { actingParty } from '../../api/session.js';
import { useTitle } from '../../frame/head.js';
import { Answered } from '../../parts/asked.js';
import { LinkButton } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { PartyList } from '../party-list.js';
import { PartyState } from '../party-state.js';
import { useChecks } from './use-checks.js';
import { checkingWords } from './words.js';

/** Whose documents wait to be checked, and everybody who takes part. */
const CheckedPartiesScreen = () => {
  const words = useWords(checkingWords);
  const format = useFormat();
  useTitle(words.title, words.about);
  const party = actingParty();
  const judges = party?.roles.some((role) => ['officer', 'treasurer', 'chair'].includes(role)) === true;
  const checks = useChecks(judges ? party.partyId : null);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <LinkButton href="/undang">{words.invite}</LinkButton>
      {judges && (
        <>
          <h2>{words.toCheck}</h2>
          <Answered of={checks}>
            {({ data }) =>
              data.length === 0 ? (
                <p>{words.noneToCheck}</p>
              ) : (
                <ul class="rows">
                  {data.map(({ partyId, name, state, waitingCount, isComplete, isWithoutChair }) => (
                    <li key={partyId}>
                      <Link href={`/pihak/${partyId}`} class="row-link">
                        <span>
                          <span class="row-name">{name}</span>
                          <span class="small">
                            {isWithoutChair
                              ? words.withoutChair
                              : waitingCount > 0
                                ? words.waits(format.number(waitingCount))
                                : isComplete
                                  ? words.complete
                                  : words.incomplete}
                          </span>
                        </span>
                        <span class="step-end">
                          {state !== 'active' && <PartyState state={state} />}
                          <Icon name="next" />
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </>
      )}
      <h2>{words.allParties}</h2>
      <PartyList base="/pihak" />
    </>
  );
};

export default CheckedPartiesScreen;
