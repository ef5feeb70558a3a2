import { useLocation } from 'wouter-preact';
import { useApi } from '../api/api.js';
import { actFor, actingParty, endSession, session } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Button } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { Select } from '../parts/field.js';
import { isWaiting } from '../offline/entry.js';
import { outbox } from '../offline/outbox.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/words.js';
import { AccountParts } from './account/account-parts.js';
import { roleWords, rolesText } from './role-words.js';
import { partyWords } from './words.js';

/** Who is signed in, for whom they act, and the way out. */
const AccountScreen = () => {
  const words = useWords(partyWords);
  const roles = useWords(roleWords);
  useTitle(words.account);
  const unsent = outbox.value.filter(isWaiting).length;
  const api = useApi();
  const [, goTo] = useLocation();
  const now = session.value;
  const party = actingParty();
  const leave = async (): Promise<void> => {
    // The server's session ends too where it can be reached; the phone forgets in any case.
    await api.DELETE('/api/v1/sessions/current').catch(() => undefined);
    await endSession();
    goTo('/');
  };
  return (
    <div class="narrow">
      <h1>{words.account}</h1>
      <Facts
        of={[
          [words.person, now?.person.name],
          [words.party, party?.name],
          [words.roles, rolesText(party?.roles ?? [], roles)],
        ]}
      />
      {now !== null && now.memberships.length > 1 && (
        <Select
          label={words.party}
          value={now.partyId ?? ''}
          choices={now.memberships.map(({ partyId, name }) => ({ value: partyId, name }))}
          onChange={actFor}
        />
      )}
      <AccountParts />
      {unsent > 0 && <Notice tone="warning" title={words.beforeLeaving(unsent)} />}
      <p class="small">{words.signOutAbout}</p>
      <Button tone="quiet" onPress={() => void leave()}>
        {words.signOut}
      </Button>
    </div>
  );
};

export default AccountScreen;
