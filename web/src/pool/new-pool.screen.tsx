import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Select } from '../parts/field.js';
import { Path } from '../parts/path.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { NewForm } from './new-form.js';
import { newWords } from './new-words.js';
import { bodyOf, type PoolForm } from './pool-form.js';
import { emptyForm, formLike } from './pool-form-like.js';
import type { Pool } from './use-pool.js';

const RECENT = 10;

const Form = ({
  first,
  organiserId,
  children,
}: {
  readonly first: PoolForm;
  readonly organiserId: string;
  /** What the form begins with: chosen in its first step, since another choice begins it anew. */
  readonly children: ComponentChildren;
}) => {
  const words = useWords(newWords);
  const [, go] = useLocation();
  const [form, setForm] = useState(first);
  const header = useOnce(form);
  const saving = useSend(
    (api) => dataOf(api.POST('/api/v1/pools', { params: { header }, body: bodyOf(form, organiserId) })),
    ({ id }) => {
      go(`/putaran/${id}/kelola`);
    },
  );
  return (
    <NewForm {...{ form, setForm, organiserId, saving }} save={words.saveDraft}>
      {children}
    </NewForm>
  );
};

/** Which earlier pool the form begins with; without one it begins with the last of this organiser. */
const Begin = ({
  organiserId,
  regionCode,
}: {
  readonly organiserId: string;
  readonly regionCode: string;
}) => {
  const words = useWords(newWords);
  const nameOf = useGoods();
  const packs = usePacks();
  const wanted = new URLSearchParams(useSearch()).get('dari');
  const [chosen, setChosen] = useState<string | null>(wanted);
  const pools = useAsk(`recent-pools:${organiserId}`, async (api) => {
    const { data } = await dataOf(api.GET('/api/v1/pools', { params: { query: { limit: RECENT } } }));
    return data.filter((pool) => pool.organiserId === organiserId && pool.state !== 'cancelled');
  });
  const from = chosen ?? (pools.state === 'done' ? (pools.data[0]?.id ?? '') : null);
  const like = useAsk(from === null ? null : `like:${from}`, async (api): Promise<Pool | null> =>
    from === null || from === ''
      ? null
      : dataOf(api.GET('/api/v1/pools/{poolId}', { params: { path: { poolId: from } } })),
  );
  const itemName = (item: Pool['items'][number]): string => `${nameOf(item)}, ${packs.size(item)}`;
  return (
    <Answered of={pools}>
      {(recent) => (
        <>
          <Answered of={like}>
            {(pool) => (
              <Form
                key={from ?? ''}
                organiserId={organiserId}
                first={
                  pool === null ? emptyForm(Date.now(), regionCode) : formLike(pool, Date.now(), itemName)
                }
              >
                <Select
                  label={words.from}
                  hint={words.fromHint}
                  value={from ?? ''}
                  onChange={setChosen}
                  choices={[
                    ...recent.map(({ id, title }) => ({ value: id, name: words.fromPool(title) })),
                    { value: '', name: words.fromNothing },
                  ]}
                />
              </Form>
            )}
          </Answered>
        </>
      )}
    </Answered>
  );
};

/** Drafts a pool in a few short steps, like the last one or from nothing. */
const NewPoolScreen = () => {
  const words = useWords(newWords);
  useTitle(words.title);
  const organiserId = actingParty()?.partyId ?? '';
  const party = useAsk(`party:${organiserId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}', { params: { path: { partyId: organiserId } } })),
  );
  return (
    <div class="narrow">
      <Path name={words.path} steps={[['/putaran', words.pools]]} />
      <h1>{words.title}</h1>
      <Answered of={party}>
        {({ regionCode }) => (
          <Begin key={organiserId} organiserId={organiserId} regionCode={(regionCode ?? '').slice(0, 5)} />
        )}
      </Answered>
    </div>
  );
};

export default NewPoolScreen;
