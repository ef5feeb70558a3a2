import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import type { Params } from '../frame/screen.js';
import { LotFrame } from '../lot/lot-frame.js';
import { Answered } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { bodyOf, drawNonce, emptyBid, type BidDraft } from './bid-form.js';
import { BidSum } from './bid-sum.js';
import { SealedProof, useSealing } from './seal-here.js';
import type { KeptBid } from './send-bid.js';
import { tenderWords } from './tender-words.js';
import { TierEditor } from '../offer/tier-editor.js';

type NumberTerm = Exclude<keyof BidDraft, 'tiers'>;

const Form = ({
  lot,
  sealingKey,
  supplierId,
  own,
  onSealed,
}: {
  readonly lot: View<'LotView'>;
  readonly sealingKey: View<'SealingKeyView'>;
  readonly supplierId: string;
  readonly own: View<'BidView'> | undefined;
  /** What was sealed here, in committee mode. */
  readonly onSealed: (kept: KeptBid) => void;
}) => {
  const words = useWords(tenderWords);
  const format = useFormat();
  const packs = usePacks();
  const [, goTo] = useLocation();
  const [draft, setDraft] = useState(emptyBid(lot.quantityPacks));
  // Kept while the form stands: a bid sent again after a lost answer is the same bid.
  const nonce = useRef('');
  const body = bodyOf(draft);
  const path = { lotId: lot.id, supplierId };
  const seen = own === undefined ? {} : { header: { 'If-Match': `"${String(own.revision)}"` } };
  const receiptPath = `/paket/${lot.id}/tanda-terima`;
  const isCommittee = sealingKey.mode === 'committee';
  const sealing = useSend(
    async (api): Promise<KeptBid | null> => {
      if (body === null) return null;
      nonce.current ||= drawNonce();
      if (isCommittee) {
        const { sealAndSend } = await import('./send-bid.js');
        return sealAndSend(api, { path, sealingKey, terms: body, nonce: nonce.current, seen });
      }
      await dataOf(
        api.PUT('/api/v1/lots/{lotId}/bids/{supplierId}', {
          params: { path, ...seen },
          body: { ...body, nonce: nonce.current },
        }),
      );
      return null;
    },
    (kept) => {
      if (kept === null) goTo(receiptPath);
      else onSealed(kept);
    },
  );
  useSealing(isCommittee);
  const term = (name: NumberTerm, label: string, unit: string, hint?: string) => (
    <NumberField
      label={label}
      unit={unit}
      {...(hint === undefined ? {} : { hint })}
      value={draft[name]}
      problem={sealing.problemOf(name)}
      onChange={(value) => {
        nonce.current = '';
        setDraft({ ...draft, [name]: value });
      }}
    />
  );
  const pack = packs.word(lot.packCode, 2);
  return (
    <form
      class="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null) void sealing.send();
      }}
    >
      {own !== undefined && own.action !== 'withdrawn' && (
        <Notice tone="info" title={words.has(format.number(own.revision))}>
          <LinkButton href={receiptPath} tone="quiet">
            {words.toReceipt}
          </LinkButton>
        </Notice>
      )}
      <TierEditor
        packCode={lot.packCode}
        baseUnit={lot.baseUnit}
        tiers={draft.tiers}
        untilPacks={draft.capacityPacks ?? lot.quantityPacks}
        limitRpPerUnit={lot.ceilingRpPerUnit}
        onChange={(tiers) => {
          nonce.current = '';
          setDraft({ ...draft, tiers });
        }}
      />
      {term('capacityPacks', words.capacity, pack, words.capacityHint)}
      {term('leadTimeDays', words.leadTime, words.days)}
      <details>
        <summary>{words.moreTerms}</summary>
        {term('minimumPacks', words.minimum, pack, words.minimumHint)}
        {term('maxPerBuyerPacks', words.perBuyer, pack, words.perBuyerHint)}
        {term('paymentDays', words.paymentDays, words.days, words.paymentHint)}
      </details>
      <BidSum lot={lot} draft={draft} />
      <p class="small">{isCommittee ? words.committeeNote : words.sealedNote}</p>
      <RefusalOrProof of={sealing} />
      <Button type="submit" isBusy={sealing.isSending} isDisabled={body === null}>
        {own === undefined || own.action === 'withdrawn' ? words.seal : words.revise}
      </Button>
    </form>
  );
};

/** The bid form of a lot; where a committee seals, what was sealed here in its place. */
const BidScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(tenderWords);
  const supplierId = actingParty()?.partyId ?? '';
  const [kept, setKept] = useState<KeptBid | null>(null);
  const asked = useAsk(`own-bids:${lotId}:${supplierId}`, async (api) => {
    const path = { params: { path: { lotId } } };
    const [sealingKey, { data }] = await Promise.all([
      dataOf(api.GET('/api/v1/lots/{lotId}/sealing-key', path)),
      dataOf(api.GET('/api/v1/lots/{lotId}/bids', path)),
    ]);
    return { sealingKey, own: data.find((bid) => bid.supplierId === supplierId) };
  });
  return (
    <LotFrame lotId={lotId} at="/tawar" title={words.bid}>
      {(lot) =>
        kept === null ? (
          <Answered of={asked}>
            {(known) => <Form lot={lot} {...known} supplierId={supplierId} onSealed={setKept} />}
          </Answered>
        ) : (
          <SealedProof of={kept} title={words.sealedHere} hash={words.hash} name="penawaran">
            <LinkButton href={`/paket/${lotId}/tanda-terima`} tone="quiet">
              {words.toReceipt}
            </LinkButton>
          </SealedProof>
        )
      }
    </LotFrame>
  );
};

export default BidScreen;
