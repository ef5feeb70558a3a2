import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Copy } from '../parts/copy.js';
import { Facts } from '../parts/facts.js';
import { Path } from '../parts/path.js';
import { Qr } from '../parts/qr.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { tenderWords } from './tender-words.js';
import { WithdrawBid } from './withdraw-bid.js';

/** The receipt of a sealed bid: what proves later that it was not changed. */
const ReceiptScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(tenderWords);
  const format = useFormat();
  const supplierId = actingParty()?.partyId ?? '';
  const receipt = useAsk(`receipt:${lotId}:${supplierId}`, (api) =>
    dataOf(
      api.GET('/api/v1/lots/{lotId}/bids/{supplierId}/receipt', { params: { path: { lotId, supplierId } } }),
    ),
  );
  // Asked for here: the frame of a lot's screens would weigh more than this one.
  const lot = useAsk(`lot:${lotId}`, (api) =>
    dataOf(api.GET('/api/v1/lots/{lotId}', { params: { path: { lotId } } })),
  );
  const isId = useLanguage() === 'id';
  useTitle(words.receipt);
  return (
    <div class="narrow">
      {lot.state === 'done' && (
        <Path
          name={words.toLot}
          steps={[[`/paket/${lotId}`, isId ? lot.data.commodityNameId : lot.data.commodityNameEn]]}
        />
      )}
      <h1>{words.receipt}</h1>
      <p class="lead">{words.receiptAbout}</p>
      <Answered of={receipt}>
        {(shown) => (
          <>
            <Qr text={shown.text} label={words.qr} />
            <Copy label={words.hash} text={shown.hash} />
            <Facts
              of={[
                [words.madeAt, format.dateTime(shown.madeAt)],
                [words.revision, format.number(shown.revision)],
                ...(shown.chainHead === null
                  ? []
                  : ([[words.chain, format.number(shown.chainHead.number)]] as const)),
              ]}
            />
            <details>
              <summary>{words.text}</summary>
              <pre class="command" lang="mul">
                <code>{shown.text}</code>
              </pre>
            </details>
            {/* What is opened stays opened. */}
            {lot.state === 'done' && lot.data.state === 'bidding' && (
              <WithdrawBid lotId={lotId} supplierId={supplierId} revision={shown.revision} />
            )}
          </>
        )}
      </Answered>
    </div>
  );
};

export default ReceiptScreen;
