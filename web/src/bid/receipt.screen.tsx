import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import type { Params } from '../frame/screen.js';
import { LotFrame } from '../lot/lot-frame.js';
import { Answered } from '../parts/asked.js';
import { Copy } from '../parts/copy.js';
import { Facts } from '../parts/facts.js';
import { Qr } from '../parts/qr.js';
import { useFormat } from '../words/format.js';
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
  return (
    <LotFrame lotId={lotId} at="/tanda-terima" title={words.receipt}>
      {(lot) => (
        <div class="narrow">
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
                  <pre class="command">
                    <code>{shown.text}</code>
                  </pre>
                </details>
                {/* What is opened stays opened. */}
                {lot.state === 'bidding' && (
                  <WithdrawBid lotId={lotId} supplierId={supplierId} revision={shown.revision} />
                )}
              </>
            )}
          </Answered>
        </div>
      )}
    </LotFrame>
  );
};

export default ReceiptScreen;
