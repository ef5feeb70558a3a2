import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Download } from '../parts/download.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { Ages } from './ages.js';
import { BuyerDues } from './buyer-dues.js';
import { treasuryWords } from './treasury-words.js';
import { useClaims } from './use-claims.js';

type Receivable = View<'ReceivableView'>;

/** Transfers that payers say they have made. */
const Claims = ({ of: claims }: { readonly of: readonly Receivable[] }) => {
  const words = useWords(treasuryWords);
  const format = useFormat();
  return (
    <ul class="rows">
      {claims.map(({ dueId, payerName, claimedRp, openRp, paper, poolTitle }) => (
        <li key={dueId}>
          <Link href={`/tagihan/${dueId}`} class="row-link">
            <span>
              <span class="row-name">{payerName}</span>
              <span class="small">
                {words.claimed(format.rupiah(claimedRp))}
                {(paper ?? poolTitle) !== null && ` · ${paper ?? poolTitle ?? ''}`}
              </span>
            </span>
            <strong class="row-end">{format.rupiah(openRp)}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** What others owe the party: transfers to confirm first, then by age and by buyer, each opened for what it is made of. */
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
          <Claims of={claims} />
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
                <h2>{words.byBuyer}</h2>
                {ageing.rows.map((row) => (
                  <BuyerDues key={row.partyId} of={row} />
                ))}
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
    </>
  );
};

export default ReceivablesScreen;
