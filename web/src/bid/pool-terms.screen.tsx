import { useRef, useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { NumberField } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { Path } from '../parts/path.js';
import { Qr } from '../parts/qr.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { drawNonce } from './bid-form.js';
import { emptyPoolTerms, termsOf, type PoolTermsDraft } from './pool-terms.js';
import { poolTermsWords } from './pool-terms-words.js';
import { tenderWords } from './tender-words.js';

const Form = ({
  poolId,
  supplierId,
  own,
  again,
}: {
  readonly poolId: string;
  readonly supplierId: string;
  readonly own: View<'SupplierTermsView'> | undefined;
  readonly again: () => void;
}) => {
  const words = useWords(poolTermsWords);
  const format = useFormat();
  const [draft, setDraft] = useState(emptyPoolTerms);
  // Kept while the form stands: terms sent again after a lost answer are the same terms.
  const nonce = useRef('');
  const terms = termsOf(draft);
  const sealing = useSend((api) => {
    nonce.current ||= drawNonce();
    return dataOf(
      api.PUT('/api/v1/pools/{poolId}/supplier-terms/{supplierId}', {
        params: {
          path: { poolId, supplierId },
          ...(own === undefined ? {} : { header: { 'If-Match': `"${String(own.revision)}"` } }),
        },
        body: {
          ...(terms ?? { fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 }),
          nonce: nonce.current,
        },
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
  if (sealing.sent !== null)
    return (
      <Notice tone="good" title={words.kept}>
        <Qr text={sealing.sent.text} label={words.hash} />
        <Copy label={words.hash} text={sealing.sent.hash} />
        <LinkButton href="/tender">{words.toBid}</LinkButton>
      </Notice>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (terms !== null) void sealing.send();
      }}
    >
      {own !== undefined && (
        <Notice tone="info" title={words.has(format.number(own.revision), format.dateTime(own.madeAt))} />
      )}
      {field('fixedChargeRp', words.fixed, words.fixedHint)}
      {field('capacityUnits', words.capacity, words.capacityHint, words.capacityUnit)}
      {field('minimumOrderRp', words.minimum, words.minimumHint)}
      <p class="small">{words.sealed}</p>
      <RefusalOrProof of={sealing} />
      <Button type="submit" isBusy={sealing.isSending} isDisabled={terms === null}>
        {own === undefined ? words.seal : words.revise}
      </Button>
    </form>
  );
};

/** A supplier's terms over all lots of a pool: sealed as bids are. */
const PoolTermsScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(poolTermsWords);
  const { tenders } = useWords(tenderWords);
  useTitle(words.title, words.about);
  const supplierId = actingParty()?.partyId ?? '';
  const asked = useAsk(`pool-terms:${poolId}:${supplierId}`, async (api) => {
    const params = { path: { poolId } };
    const [pool, lots, terms] = await Promise.all([
      dataOf(api.GET('/api/v1/pools/{poolId}', { params })),
      dataOf(api.GET('/api/v1/pools/{poolId}/lots', { params })),
      dataOf(api.GET('/api/v1/pools/{poolId}/supplier-terms', { params })),
    ]);
    const asksForBids = lots.data.filter(({ mode }) => mode === 'tender');
    return {
      pool,
      own: terms.data.find((each) => each.supplierId === supplierId),
      isEarly: lots.data.length === 0,
      isOpen: asksForBids.length > 0 && asksForBids.every(({ state }) => state === 'bidding'),
    };
  });
  return (
    <div class="narrow">
      <Path name={words.title} steps={[['/tender', tenders]]} />
      <h1>{words.title}</h1>
      <Answered of={asked}>
        {({ pool, own, isOpen, isEarly }) => (
          <>
            <p class="strong">{pool.title}</p>
            <p class="lead">{words.about}</p>
            {!isOpen ? (
              <Notice tone="info" title={isEarly ? words.early : words.over} />
            ) : pool.seal.mode === 'committee' ? (
              <Notice tone="info" title={words.committee} />
            ) : (
              <Form poolId={poolId} supplierId={supplierId} own={own} again={asked.again} />
            )}
          </>
        )}
      </Answered>
    </div>
  );
};

export default PoolTermsScreen;
