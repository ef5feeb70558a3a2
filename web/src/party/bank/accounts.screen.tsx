import { dataOf } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { useTitle } from '../../frame/head.js';
import { Answered } from '../../parts/asked.js';
import { useWords } from '../../words/words.js';
import { AccountCard } from './account-card.js';
import { ProposeAccount } from './propose-account.js';
import { bankWords } from './words.js';

/** Where a party is paid: what is in use, what change is under way, and what was before. */
const AccountsScreen = () => {
  const words = useWords(bankWords);
  useTitle(words.title, words.about);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const decides = party?.roles.some((role) => ['officer', 'treasurer', 'chair'].includes(role)) === true;
  const asked = useAsk(decides ? `bank-accounts:${partyId}` : null, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/bank-accounts', { params: { path: { partyId } } })),
  );
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      {!decides && <p>{words.onlyDeciders}</p>}
      {decides && (
        <Answered of={asked}>
          {({ data }) => {
            const inUse = data.filter(({ state }) => state === 'effective');
            const coming = data.filter(({ state }) => state === 'proposed' || state === 'cooling-off');
            const before = data.filter((each) => !inUse.includes(each) && !coming.includes(each));
            const list = (accounts: typeof data) =>
              accounts.map((account) => (
                <AccountCard key={account.id} account={account} partyId={partyId} after={asked.again} />
              ));
            return (
              <>
                {inUse.length > 0 && <h2>{words.paidTo}</h2>}
                {list(inUse)}
                {coming.length > 0 && <h2>{words.inFuture}</h2>}
                {list(coming)}
                {data.length === 0 && <p>{words.none}</p>}
                {!coming.some(({ state }) => state === 'proposed') && (
                  <>
                    <h2>{inUse.length > 0 ? words.change : words.add}</h2>
                    <p>{words.safety}</p>
                    <ProposeAccount partyId={partyId} after={asked.again} />
                  </>
                )}
                {before.length > 0 && (
                  <>
                    <h2>{words.history}</h2>
                    {list(before)}
                  </>
                )}
              </>
            );
          }}
        </Answered>
      )}
    </div>
  );
};

export default AccountsScreen;
