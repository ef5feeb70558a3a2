import type { ComponentChildren } from 'preact';
import { Copy } from '../parts/copy.js';
import { Download } from '../parts/download.js';
import { Notice } from '../parts/notice.js';
import { Qr } from '../parts/qr.js';
import { useWords } from '../words/words.js';
import type { KeptBid } from './send-bid.js';
import { tenderWords } from './tender-words.js';

/** What was sealed here: its hash as text and QR, and the proof, which nobody but its bidder has; then where it goes on. */
export const SealedProof = ({
  of: kept,
  title,
  hash,
  name,
  children,
}: {
  readonly of: KeptBid;
  readonly title: string;
  /** What the hash is called. */
  readonly hash: string;
  /** What the file of the proof begins with. */
  readonly name: string;
  readonly children: ComponentChildren;
}) => {
  const words = useWords(tenderWords);
  return (
    <div class="narrow">
      <Notice tone="good" title={title}>
        <p>{words.sealedHereText}</p>
        <Download
          tone="main"
          name={`${name}-${kept.hash.slice(0, 8)}.json`}
          ask={() =>
            Promise.resolve(new Blob([`${JSON.stringify(kept, null, 2)}\n`], { type: 'application/json' }))
          }
        >
          {words.keepProof}
        </Download>
      </Notice>
      <Copy label={hash} text={kept.hash} />
      <Qr text={kept.hash} label={words.qr} />
      <p class="buttons">{children}</p>
    </div>
  );
};
