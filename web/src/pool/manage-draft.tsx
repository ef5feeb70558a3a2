import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { Discarded } from './discard-draft.js';
import { manageWords } from './manage-words.js';
import { PoolRules } from './pool-rules.js';
import { ReviseDraft } from './revise-draft.js';
import type { Pool } from './use-pool.js';

/** Items with their limit and where it comes from. */
const PoolItems = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(manageWords);
  const packs = usePacks();
  const nameOf = useGoods();
  return (
    <ul class="source-list">
      {pool.items.map((item) => (
        <li key={item.itemId}>
          <strong>
            {nameOf(item)}, {packs.size(item)}
          </strong>
          <span>
            {pool.side === 'sell' ? words.floor : words.ceiling}{' '}
            {packs.perUnit(item.ceilingRpPerUnit ?? item.floorRpPerUnit ?? 0, item.baseUnit)}
          </span>
          <span class="small">
            {words.source}: {item.ceilingSource ?? item.floorSource}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** What a draft would open with, and how it is changed; of one that was given up, why. */
export const ManageDraft = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(manageWords);
  if (pool.discardReason !== null) return <Discarded reason={pool.discardReason} />;
  return (
    <>
      <ReviseDraft pool={pool} after={after} />
      <h2>{words.items}</h2>
      <PoolItems pool={pool} />
      <PoolRules pool={pool} />
    </>
  );
};
