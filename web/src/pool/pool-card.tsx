import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { Card } from '../parts/card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { poolWords } from './words.js';

const tones = {
  draft: 'plain',
  discarded: 'plain',
  open: 'good',
  closed: 'waiting',
  settled: 'plain',
  cancelled: 'bad',
} as const;

/** How a pool stands, in a word; a draft that was given up is no draft any more. */
export const PoolBadge = ({
  pool: { state, discardReason },
}: {
  readonly pool: Pick<View<'PoolView'>, 'state' | 'discardReason'>;
}) => {
  const words = useWords(poolWords);
  const stand = state === 'draft' && discardReason !== null ? 'discarded' : state;
  return <Badge tone={tones[stand]}>{words[stand]}</Badge>;
};

/** A pool in a list: what it is, how it stands, when it closes. */
export const PoolCard = ({ pool }: { readonly pool: View<'PoolView'> }) => {
  const words = useWords(poolWords);
  const format = useFormat();
  return (
    <Card href={`/putaran/${pool.id}`} title={pool.title} aside={<PoolBadge pool={pool} />}>
      <p>
        {pool.side === 'buy' ? words.buy : words.sell}
        {pool.purpose === 'practice' && ` · ${words.practice}`}
      </p>
      {pool.state === 'open' && <p class="strong">{words.closesAt(format.dayTime(pool.closesAt))}</p>}
      <p class="small">{words.needed(format.date(pool.neededFrom), format.date(pool.neededUntil))}</p>
    </Card>
  );
};
