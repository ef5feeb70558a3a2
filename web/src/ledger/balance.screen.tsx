import { useState } from 'preact/hooks';
import { useTitle } from '../frame/head.js';
import { useChecks, useTrialBalance } from '../monitoring/use-watch.js';
import { watchWords } from '../monitoring/watch-words.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Bars } from '../parts/bars.js';
import { DayField } from '../parts/day-field.js';
import { Notice } from '../parts/notice.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { balanceWords } from './balance-words.js';
import { Balances } from './balances.js';

const tones = { holds: 'good', warning: 'waiting', broken: 'bad' } as const;

const Checks = () => {
  const words = useWords(balanceWords);
  const watch = useWords(watchWords);
  const named: Readonly<Record<string, string | ((...parts: never[]) => string)>> = watch;
  const format = useFormat();
  const checks = useChecks();
  const tell = (name: string): string => {
    const told = named[`check_${name}`];
    return typeof told === 'string' ? told : name;
  };
  return (
    <Answered of={checks}>
      {({ data }) =>
        data.length === 0 ? (
          <Empty title={watch.nightlyNone} />
        ) : (
          <Table
            caption={words.checks}
            rows={data}
            keyOf={({ id }) => id}
            columns={[
              { name: watch.check, of: ({ checkName }) => tell(checkName) },
              { name: watch.day, of: ({ day }) => format.date(day) },
              {
                name: watch.state,
                of: ({ outcome }) => <Badge tone={tones[outcome]}>{watch[`outcome_${outcome}`]}</Badge>,
              },
            ]}
          />
        )
      }
    </Answered>
  );
};

/** All books together: debits and credits, now or at the end of a day, and what the nightly checks found. */
const BalanceScreen = () => {
  const words = useWords(balanceWords);
  const watch = useWords(watchWords);
  const format = useFormat();
  useTitle(words.title, words.about);
  const [on, setOn] = useState('');
  const balance = useTrialBalance(on);
  return (
    <>
      <Path name={watch.path} steps={[['/pengawasan', watch.title]]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <div class="narrow">
        <DayField label={words.on} hint={words.onHint} value={on} onChange={setOn} />
      </div>
      <Answered of={balance}>
        {({ accounts, balances, sumRp, journals }) => {
          const [debitRp, creditRp] = accounts.reduce(
            ([debit, credit], account) => [debit + account.debitRp, credit + account.creditRp],
            [0, 0],
          );
          if (journals === 0) return <Empty title={words.none} />;
          return (
            <>
              <Notice
                tone={balances ? 'good' : 'danger'}
                title={
                  balances ? words.balanced(format.number(journals)) : words.unbalanced(format.rupiah(sumRp))
                }
              />
              <Bars
                of={[
                  { name: words.debits, value: debitRp, text: format.rupiah(debitRp) },
                  { name: words.credits, value: creditRp, text: format.rupiah(creditRp), tone: 'other' },
                ]}
              />
              <h2>{words.accounts}</h2>
              <Balances of={accounts} caption={words.accounts} />
            </>
          );
        }}
      </Answered>
      <h2>{words.checks}</h2>
      <Checks />
    </>
  );
};

export default BalanceScreen;
