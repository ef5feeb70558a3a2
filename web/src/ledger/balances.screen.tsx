import { useState } from 'preact/hooks';
import { dataOf, type Api, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { DayField } from '../parts/day-field.js';
import { Select } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { Balances } from './balances.js';
import { ledgerWords } from './words.js';

type Whose = 'own' | 'all';
interface Books {
  readonly accounts: readonly View<'BalanceView'>[];
  readonly balances: boolean;
  readonly journals?: number;
}

const askBooks = (api: Api, whose: Whose, partyId: string, on: string): Promise<Books> => {
  const query = on === '' ? {} : { on };
  return whose === 'all'
    ? dataOf(api.GET('/api/v1/ledger/trial-balance', { params: { query } }))
    : dataOf(api.GET('/api/v1/parties/{partyId}/balances', { params: { path: { partyId }, query } }));
};

/** The trial balance of the party, and for who oversees of all books together. */
const BalancesScreen = () => {
  const words = useWords(ledgerWords);
  const format = useFormat();
  useTitle(words.balances);
  const party = actingParty();
  const seesAll = party?.kind === 'administrator' || party?.kind === 'observer';
  const partyId = party?.partyId ?? '';
  const [whose, setWhose] = useState<Whose>('own');
  const [on, setOn] = useState('');
  const asked = useAsk(`balances:${partyId}:${whose}:${on}`, (api) => askBooks(api, whose, partyId, on));
  return (
    <>
      <h1>{words.balances}</h1>
      <div class="pair">
        {seesAll && (
          <Select
            label={words.whose}
            value={whose}
            choices={[
              { value: 'own', name: words.own },
              { value: 'all', name: words.all },
            ]}
            onChange={setWhose}
          />
        )}
        <DayField label={words.on} value={on} onChange={setOn} />
      </div>
      <Answered of={asked}>
        {(books) => (
          <>
            <Notice
              tone={books.balances ? 'good' : 'danger'}
              title={books.balances ? words.isBalanced : words.isBroken}
            >
              {books.journals !== undefined && <p>{words.allAbout(format.number(books.journals))}</p>}
            </Notice>
            <Balances of={books.accounts} caption={whose === 'all' ? words.all : words.own} />
            <p class="small">{words.debitNote}</p>
          </>
        )}
      </Answered>
    </>
  );
};

export default BalancesScreen;
