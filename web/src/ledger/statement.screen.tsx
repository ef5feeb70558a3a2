import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { DayField } from '../parts/day-field.js';
import { Table } from '../parts/table.js';
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { accountWords, ledgerWords } from './words.js';

const FIRST = 30;

const Movements = ({ of: lines }: { readonly of: readonly View<'StatementLineView'>[] }) => {
  const words = useWords(ledgerWords);
  const accounts = useWords(accountWords);
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <h2>{words.lineTitle(format.number(lines.length))}</h2>
      <ul class="rows">
        {(isWhole ? lines : lines.slice(0, FIRST)).map((line, place) => (
          <li key={line.journalId + line.purpose + String(place)} class="row">
            <span>
              <span class="row-name">{accounts[line.purpose]}</span>
              <span class="small">
                {format.date(line.effectiveAt)}
                {line.reference !== null && ` · ${line.reference}`}
                {line.counterparties.length > 0 &&
                  ` · ${words.with(line.counterparties.map(({ name }) => name).join(', '))}`}
                {line.reversesId !== null && ` · ${words.takenBack}`}
              </span>
            </span>
            <span class="row-end">
              <strong>
                {line.amountRp > 0 && '+'}
                {format.rupiah(line.amountRp)}
              </strong>
              <br />
              <span class="small">{words.balanceAfter(format.rupiah(line.balanceRp))}</span>
            </span>
          </li>
        ))}
      </ul>
      {!isWhole && lines.length > FIRST && (
        <Button
          tone="quiet"
          onPress={() => {
            setWhole(true);
          }}
        >
          {words.more}
        </Button>
      )}
    </>
  );
};

/** The party's statement of account for a period, with its files. */
const StatementScreen = () => {
  const words = useWords(ledgerWords);
  const accounts = useWords(accountWords);
  const format = useFormat();
  useTitle(words.statement);
  const partyId = actingParty()?.partyId ?? '';
  const today = dayOf(now());
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const params = { path: { partyId }, query: { from, to } };
  const asked = useAsk(from === '' || to === '' ? null : `statement:${partyId}:${from}:${to}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/statement', { params })),
  );
  const file = (format: 'csv' | 'pdf', name: string) => (
    <Download
      name={`rekening-koran-${from}-${to}.${format}`}
      ask={(api) =>
        dataOf(
          api.GET('/api/v1/parties/{partyId}/statement/file', {
            params: { path: { partyId }, query: { from, to, format } },
            parseAs: 'blob',
          }),
        )
      }
    >
      {name}
    </Download>
  );
  return (
    <>
      <h1>{words.statement}</h1>
      <p class="lead">{words.statementAbout}</p>
      <div class="pair">
        <DayField label={words.from} value={from} onChange={setFrom} />
        <DayField label={words.to} value={to} onChange={setTo} />
      </div>
      <Answered of={asked}>
        {(statement) =>
          statement.accounts.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <>
              <div class="buttons">
                {file('pdf', words.pdf)}
                {file('csv', words.csv)}
              </div>
              <Table
                caption={words.accounts}
                rows={statement.accounts}
                keyOf={({ purpose }) => purpose}
                columns={[
                  { name: words.account, of: ({ purpose }) => <strong>{accounts[purpose]}</strong> },
                  { name: words.opening, of: (row) => format.rupiah(row.openingRp), isNumber: true },
                  { name: words.debit, of: (row) => format.rupiah(row.debitRp), isNumber: true },
                  { name: words.credit, of: (row) => format.rupiah(row.creditRp), isNumber: true },
                  { name: words.closing, of: (row) => format.rupiah(row.closingRp), isNumber: true },
                ]}
              />
              <p class="small">{words.debitNote}</p>
              <Movements of={statement.lines} />
            </>
          )
        }
      </Answered>
    </>
  );
};

export default StatementScreen;
