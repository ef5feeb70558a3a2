import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { Ages } from './ages.js';
import { DueWhen } from './due-when.js';
import { treasuryWords } from './treasury-words.js';
import { useClaims } from './use-claims.js';
import { moneyWords } from './words.js';

type Receivable = View<'ReceivableView'>;

/** How punctual a party pays, asked for when somebody wants to know. */
const Score = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(treasuryWords);
  const format = useFormat();
  const [isShown, setShown] = useState(false);
  const asked = useAsk(isShown ? `score:${partyId}` : null, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/payment-score', { params: { path: { partyId } } })),
  );
  if (!isShown)
    return (
      <Button
        tone="quiet"
        onPress={() => {
          setShown(true);
        }}
      >
        {words.look}
        <span class="hidden-words"> {words.showScore}</span>
      </Button>
    );
  return (
    <Answered of={asked}>
      {({ counted, onTime }) =>
        counted === 0 ? words.noScore : words.score(format.number(onTime), format.number(counted))
      }
    </Answered>
  );
};

const Rows = ({
  of: rows,
  areClaims,
}: {
  readonly of: readonly Receivable[];
  readonly areClaims: boolean;
}) => {
  const words = useWords(treasuryWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  return (
    <ul class="rows">
      {rows.map((due) => (
        <li key={due.dueId}>
          <Link href={`/tagihan/${due.dueId}`} class="row-link">
            <span>
              <span class="row-name">{due.payerName}</span>
              <span class="small">
                {areClaims ? (
                  words.claimed(format.rupiah(due.claimedRp))
                ) : (
                  <>
                    {money[due.kind]} · <DueWhen {...due} />
                  </>
                )}
              </span>
            </span>
            <strong class="row-end">{format.rupiah(due.openRp)}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** What others owe the party: transfers to confirm first, then by age and by day. */
const ReceivablesScreen = () => {
  const words = useWords(treasuryWords);
  const format = useFormat();
  useTitle(words.receivables);
  const partyId = actingParty()?.partyId ?? '';
  const ageing = useRows(`ageing:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/ageing', {
        params: {
          path: { partyId },
          query: { side: 'receivable', ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
  const dues = useRows(`receivables:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/receivables', {
        params: { path: { partyId }, query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const claimed = useClaims(partyId);
  const claims = claimed.state === 'done' ? claimed.data : [];
  return (
    <>
      <h1>{words.receivables}</h1>
      <p class="lead">{words.receivablesAbout}</p>
      {claimed.state === 'refused' && <Answered of={claimed}>{() => null}</Answered>}
      {claims.length > 0 && (
        <>
          <h2>{words.toConfirm}</h2>
          <Rows of={claims} areClaims />
        </>
      )}
      <Answered of={ageing.first}>
        {({ total, on }) => (
          <>
            <p class="amount">
              <span class="amount-label">{words.total}</span>
              {format.rupiah(total.totalRp)}
            </p>
            {ageing.rows.length === 0 ? (
              <Empty title={words.none}>
                <p>{words.noneNext}</p>
              </Empty>
            ) : (
              <>
                <Ages of={total} />
                <Table
                  caption={words.agesOf}
                  rows={ageing.rows}
                  keyOf={(row) => row.partyId}
                  columns={[
                    { name: words.party, of: (row) => row.partyName },
                    { name: words.current, of: (row) => format.rupiah(row.current), isNumber: true },
                    {
                      name: words.late,
                      of: (row) => format.rupiah(row.totalRp - row.current),
                      isNumber: true,
                    },
                    { name: words.total, of: (row) => format.rupiah(row.totalRp), isNumber: true },
                    { name: words.showScore, of: (row) => <Score partyId={row.partyId} /> },
                  ]}
                />
                <MoreButton of={ageing} />
                <Download
                  name={`umur-piutang-${on}.xlsx`}
                  ask={(api) =>
                    dataOf(
                      api.GET('/api/v1/parties/{partyId}/ageing/file', {
                        params: { path: { partyId }, query: { side: 'receivable' } },
                        parseAs: 'blob',
                      }),
                    )
                  }
                >
                  {words.sheet}
                </Download>
              </>
            )}
          </>
        )}
      </Answered>
      {dues.rows.length > 0 && (
        <>
          <h2>{words.byDay}</h2>
          <Rows of={dues.rows} areClaims={false} />
        </>
      )}
      <MoreButton of={dues} />
    </>
  );
};

export default ReceivablesScreen;
