import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Notice } from '../parts/notice.js';
import { Path } from '../parts/path.js';
import { useWords } from '../words/words.js';
import { PoolTermsForm } from './pool-terms-form.js';
import { poolTermsWords } from './pool-terms-words.js';
import { tenderWords } from './tender-words.js';

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
    const isOpen = asksForBids.length > 0 && asksForBids.every(({ state }) => state === 'bidding');
    return {
      pool,
      // Bids are asked for once the committee's keys are made, that of the terms with them.
      sealingKey:
        isOpen && pool.seal.mode === 'committee'
          ? await dataOf(api.GET('/api/v1/pools/{poolId}/sealing-key', { params }))
          : null,
      own: terms.data.find((each) => each.supplierId === supplierId),
      isEarly: lots.data.length === 0,
      isOpen,
    };
  });
  return (
    <div class="narrow">
      <Path name={words.title} steps={[['/tender', tenders]]} />
      <h1>{words.title}</h1>
      <Answered of={asked}>
        {({ pool, own, sealingKey, isOpen, isEarly }) => (
          <>
            <p class="strong">{pool.title}</p>
            <p class="lead">{words.about}</p>
            {!isOpen ? (
              <Notice tone="info" title={isEarly ? words.early : words.over} />
            ) : (
              <PoolTermsForm {...{ poolId, supplierId, own, sealingKey }} again={asked.again} />
            )}
          </>
        )}
      </Answered>
    </div>
  );
};

export default PoolTermsScreen;
