import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered, Empty } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { Path } from '../parts/path.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { bodyAgain } from './new-again.js';
import { NewForm } from './new-form.js';
import { formOf, type Named } from './pool-form-like.js';
import { newWords } from './new-words.js';
import { reviseWords } from './revise-words.js';
import { usePool, type Pool } from './use-pool.js';

const Form = ({ pool, named }: { readonly pool: Pool; readonly named: Named }) => {
  const words = useWords(reviseWords);
  const nameOf = useGoods();
  const packs = usePacks();
  const [, go] = useLocation();
  const [form, setForm] = useState(() =>
    formOf(pool, (item) => `${nameOf(item)}, ${packs.size(item)}`, named),
  );
  const saving = useSend(
    (api) =>
      dataOf(
        api.PUT('/api/v1/pools/{poolId}/declaration', {
          params: { path: { poolId: pool.id }, header: { 'If-Match': `"${pool.version}"` } },
          body: bodyAgain(pool, named, form),
        }),
      ),
    () => {
      go(`/putaran/${pool.id}/kelola`);
    },
  );
  return <NewForm {...{ form, setForm, saving }} organiserId={pool.organiserId} save={words.save} />;
};

/** Everything of a draft, changed while nobody has joined it. */
const RedraftScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(reviseWords);
  const made = useWords(newWords);
  useTitle(words.whole);
  const pool = usePool(poolId);
  const isDraft = pool.state === 'done' && pool.data.state === 'draft' && pool.data.discardedAt === null;
  const named = useAsk(isDraft ? `named:${poolId}` : null, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/named-people', { params: { path: { poolId } } })),
  );
  return (
    <div class="narrow">
      <Answered of={pool} heading={words.whole}>
        {(shown) => (
          <>
            <Path name={made.path} steps={[[`/putaran/${poolId}/kelola`, shown.title]]} />
            <h1>{words.whole}</h1>
            {isDraft ? (
              <Answered of={named}>
                {(people) => <Form key={shown.version} pool={shown} named={people} />}
              </Answered>
            ) : (
              <Empty title={words.noDraft}>
                <p>{words.noDraftNext}</p>
                <LinkButton href={`/putaran/baru?dari=${poolId}`}>{words.anew}</LinkButton>
              </Empty>
            )}
          </>
        )}
      </Answered>
    </div>
  );
};

export default RedraftScreen;
