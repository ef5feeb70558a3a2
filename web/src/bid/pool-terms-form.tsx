import { useRef, useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button, LinkButton } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { NumberField } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { Qr } from '../parts/qr.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { drawNonce } from './bid-form.js';
import { emptyPoolTerms, termsOf, type PoolTermsDraft } from './pool-terms.js';
import { poolTermsWords } from './pool-terms-words.js';
import { SealedProof, useSealing } from './seal-here.js';
import type { KeptBid } from './send-bid.js';

/** Terms over all lots as they are written: sealed by the system, or here where a committee holds the key. */
export const PoolTermsForm = ({
  poolId,
  supplierId,
  own,
  sealingKey,
  again,
}: {
  readonly poolId: string;
  readonly supplierId: string;
  readonly own: View<'SupplierTermsView'> | undefined;
  /** Of the committee; null: the system seals. */
  readonly sealingKey: View<'SealingKeyView'> | null;
  readonly again: () => void;
}) => {
  const words = useWords(poolTermsWords);
  const format = useFormat();
  const [draft, setDraft] = useState(emptyPoolTerms);
  // Kept while the form stands: terms sent again after a lost answer are the same terms.
  const nonce = useRef('');
  const terms = termsOf(draft);
  const path = { poolId, supplierId };
  const seen = own === undefined ? {} : { header: { 'If-Match': `"${String(own.revision)}"` } };
  useSealing(sealingKey !== null);
  const sealing = useSend(async (api): Promise<View<'ReceiptView'> | KeptBid | null> => {
    if (terms === null) return null;
    nonce.current ||= drawNonce();
    if (sealingKey !== null) {
      const { sealAndSendTerms } = await import('./send-bid.js');
      return sealAndSendTerms(api, { path, sealingKey, terms, nonce: nonce.current, seen });
    }
    return dataOf(
      api.PUT('/api/v1/pools/{poolId}/supplier-terms/{supplierId}', {
        params: { path, ...seen },
        body: { ...terms, nonce: nonce.current },
      }),
    );
  }, again);
  const field = (name: keyof PoolTermsDraft, label: string, hint: string, unit?: string) => (
    <NumberField
      label={label}
      hint={hint}
      {...(unit === undefined ? {} : { unit })}
      value={draft[name]}
      onChange={(value) => {
        nonce.current = '';
        setDraft({ ...draft, [name]: value });
      }}
    />
  );
  const { sent } = sealing;
  if (sent !== null && 'box' in sent)
    return (
      <SealedProof of={sent} title={words.kept} hash={words.hash} name="syarat">
        <LinkButton href="/tender" tone="quiet">
          {words.toBid}
        </LinkButton>
      </SealedProof>
    );
  if (sent !== null)
    return (
      <Notice tone="good" title={words.kept}>
        <Qr text={sent.text} label={words.hash} />
        <Copy label={words.hash} text={sent.hash} />
        <LinkButton href="/tender">{words.toBid}</LinkButton>
      </Notice>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void sealing.send();
      }}
    >
      {own !== undefined && (
        <Notice tone="info" title={words.has(format.number(own.revision), format.dateTime(own.madeAt))} />
      )}
      {field('fixedChargeRp', words.fixed, words.fixedHint)}
      {field('capacityUnits', words.capacity, words.capacityHint, words.capacityUnit)}
      {field('minimumOrderRp', words.minimum, words.minimumHint)}
      <p class="small">{sealingKey === null ? words.sealed : words.sealedHere}</p>
      <RefusalOrProof of={sealing} />
      <Button type="submit" isBusy={sealing.isSending} isDisabled={terms === null}>
        {own === undefined ? words.seal : words.revise}
      </Button>
    </form>
  );
};
