import type { View } from '../api/api.js';
import { Bars } from '../parts/bars.js';
import { LinkButton } from '../parts/button.js';
import { Stat, Stats } from '../parts/stat.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { publicWords } from './words.js';

/** What a settled pool brought, large: together beside each alone. */
export const LastResult = ({ of: pool }: { readonly of: View<'PoolBroughtView'> }) => {
  const words = useWords(publicWords);
  const format = useFormat();
  const isSale = pool.side === 'sell';
  const { koperasiCount, togetherRp, aloneRp, savedRp } = pool;
  return (
    <section class="panel">
      <h2>{words.latest}</h2>
      <p class="small">{pool.title}</p>
      <Stats>
        <Stat figure={format.shortRupiah(savedRp)}>
          {isSale ? words.gained(koperasiCount) : words.saved(koperasiCount)}
        </Stat>
        {aloneRp > 0 && (
          <Stat figure={format.percent(savedRp / aloneRp)}>
            {isSale ? words.gainedShare : words.savedShare}
          </Stat>
        )}
      </Stats>
      <Bars
        of={[
          { name: words.alone, value: aloneRp, text: format.shortRupiah(aloneRp), tone: 'plain' },
          { name: words.together, value: togetherRp, text: format.shortRupiah(togetherRp) },
        ]}
      />
      <div class="buttons">
        <LinkButton href={`/putaran/${pool.poolId}/hasil`}>{words.whole}</LinkButton>
        <LinkButton href={`/peta/${pool.poolId}`} tone="quiet">
          {words.onMap}
        </LinkButton>
      </div>
    </section>
  );
};
