import { dataOf, type View } from '../../api/api.js';
import { actingParty, session } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { Answered, Empty } from '../../parts/asked.js';
import { Badge } from '../../parts/badge.js';
import { useWords } from '../../words/words.js';
import { roleWords, rolesText } from '../role-words.js';
import { AccessSteps } from './access-steps.js';
import { ChangeRoles } from './change-roles.js';
import { peopleWords } from './words.js';

const Person = ({
  person,
  partyId,
  after,
}: {
  readonly person: View<'MemberPersonView'>;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(peopleWords);
  const roles = useWords(roleWords);
  const acting = actingParty();
  const isOwn = acting?.partyId === partyId;
  const isAdministrator =
    acting?.kind === 'administrator' && acting.roles.some((role) => role === 'officer' || role === 'chair');
  const mayChange = isOwn && (acting.roles.includes('chair') || isAdministrator);
  const isYou = person.personId === session.value?.person.id;
  return (
    <article class="sheet">
      <header class="card-head">
        <h2 class="plain-head">{person.name}</h2>
        {isYou && <Badge>{words.you}</Badge>}
        {person.isDisabled && <Badge tone="bad">{words.locked}</Badge>}
      </header>
      <p>{rolesText(person.roles, roles)}</p>
      <p class="small">{words.login(person.login)}</p>
      {(mayChange || isAdministrator) && (
        <details class="group">
          <summary>
            <span class="row-name">{words.manage(person.name)}</span>
          </summary>
          {mayChange && !person.isDisabled && (
            <ChangeRoles key={person.version} person={person} partyId={partyId} after={after} />
          )}
          {!isYou && <AccessSteps person={person} isAdministrator={isAdministrator} after={after} />}
        </details>
      )}
    </article>
  );
};

/** Who acts for a party, and what its chair or the administrator may do about each. */
export const PeopleList = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(peopleWords);
  const asked = useAsk(`people:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/people', { params: { path: { partyId } } })),
  );
  return (
    <Answered of={asked}>
      {({ data }) =>
        data.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          data.map((person) => (
            <Person key={person.personId} person={person} partyId={partyId} after={asked.again} />
          ))
        )
      }
    </Answered>
  );
};
