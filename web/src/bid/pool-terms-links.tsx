import { Link } from 'wouter-preact';
import type { View } from '../api/api.js';
import { useWords } from '../words/words.js';
import { poolTermsWords } from './pool-terms-words.js';

/** Where a supplier writes terms over all lots of a pool: one way in for each pool that asks for bids. */
export const PoolTermsLinks = ({ of: tenders }: { readonly of: readonly View<'TenderRowView'>[] }) => {
  const words = useWords(poolTermsWords);
  const pools = new Map(tenders.map(({ poolId, poolTitle }) => [poolId, poolTitle]));
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.bound}</p>
      <ul class="rows">
        {[...pools].map(([poolId, title]) => (
          <li key={poolId}>
            <Link href={`/putaran/${poolId}/syarat`} class="row-link">
              <span class="row-name">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
