import type { Params } from '../frame/screen.js';
import { Folded } from '../parts/folded.js';
import { later } from '../parts/later.js';
import { useWords } from '../words/words.js';
import { ManageFrame } from './manage-frame.js';
import { Committed } from './manage-open.js';
import { manageWords } from './manage-words.js';
import { CloseEarly, PoolMove } from './pool-move.js';
import type { Pool } from './use-pool.js';

/** What only some states of a pool need comes in files of their own. */
const Draft = later<{ readonly pool: Pool; readonly after: () => void }>('manage-draft', () =>
  import('./manage-draft.js').then((file) => file.ManageDraft),
);
const ManageAfter = later<{ readonly pool: Pool }>('manage-after', () =>
  import('./manage-after.js').then((file) => file.ManageAfter),
);

/** All that the organiser of a pool watches and does, from draft to the last receipt. */
const ManageScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(manageWords);
  return (
    <ManageFrame poolId={poolId} at="/kelola" title={words.over}>
      {(pool, again) => (
        <>
          <PoolMove pool={pool} after={again} />
          {pool.state === 'draft' && <Draft pool={pool} after={again} />}
          {pool.state === 'open' && (
            <>
              <Committed pool={pool} />
              {pool.rescue !== null && <ManageAfter pool={pool} />}
              <CloseEarly pool={pool} after={again} />
            </>
          )}
          {pool.state !== 'draft' && pool.state !== 'open' && (
            <>
              <ManageAfter pool={pool} />
              <Folded title={words.members}>
                <Committed pool={pool} />
              </Folded>
            </>
          )}
        </>
      )}
    </ManageFrame>
  );
};

export default ManageScreen;
