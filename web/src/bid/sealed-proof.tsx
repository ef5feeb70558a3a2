import { LinkButton } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { Download } from '../parts/download.js';
import { Notice } from '../parts/notice.js';
import { Qr } from '../parts/qr.js';
import { useWords } from '../words/words.js';
import type { KeptBid } from './send-bid.js';
import { tenderWords } from './tender-words.js';

/** A bid that was sealed here: its hash as text and QR, and the proof, which nobody but its bidder has. */
export const SealedProof = ({ of: kept }: { readonly of: KeptBid }) => {
  const words = useWords(tenderWords);
  const { lotId } = kept.context;
  return (
    <div class="narrow">
      <Notice tone="good" title={words.sealedHere}>
        <p>{words.sealedHereText}</p>
        <Download
          tone="main"
          name={`penawaran-${kept.hash.slice(0, 8)}.json`}
          ask={() =>
            Promise.resolve(new Blob([`${JSON.stringify(kept, null, 2)}\n`], { type: 'application/json' }))
          }
        >
          {words.keepProof}
        </Download>
      </Notice>
      <Copy label={words.hash} text={kept.hash} />
      <Qr text={kept.hash} label={words.qr} />
      <p class="buttons">
        <LinkButton href={`/paket/${lotId}/tanda-terima`} tone="quiet">
          {words.toReceipt}
        </LinkButton>
      </p>
    </div>
  );
};
