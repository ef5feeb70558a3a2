import { actingParty } from '../../api/session.js';
import { useTitle } from '../../frame/head.js';
import { later } from '../../parts/later.js';
import { useWords } from '../../words/words.js';
import { PeopleList } from './people-list.js';
import { peopleWords } from './words.js';

const InvitePerson = later('invite-person', () =>
  import('./invite-person.js').then((file) => file.InvitePerson),
);

/** Who acts for one's own party. */
const PeopleScreen = () => {
  const words = useWords(peopleWords);
  useTitle(words.title, words.about);
  const party = actingParty();
  if (party === undefined) return null;
  const mayInvite =
    party.roles.includes('chair') || (party.kind === 'administrator' && party.roles.includes('officer'));
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <PeopleList partyId={party.partyId} />
      {mayInvite ? <InvitePerson partyId={party.partyId} /> : <p class="small">{words.onlyChair}</p>}
    </div>
  );
};

export default PeopleScreen;
