import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { orderWords } from './order-words.js';
import type { Line, PoolItem } from './use-pool.js';

/** Every version a line has had; asked for only when it is unfolded. */
export const LineHistory = ({ line, item }: { readonly line: Line; readonly item: PoolItem }) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const packs = usePacks();
  const [isOpen, setOpen] = useState(false);
  const history = useAsk(isOpen ? `history:${line.id}:${line.version}` : null, (api) =>
    dataOf(
      api.GET('/api/v1/pools/{poolId}/commitments/{lineId}/history', {
        params: { path: { poolId: line.poolId, lineId: line.id } },
      }),
    ),
  );
  const actions = { placed: words.placed, amended: words.amended, withdrawn: words.withdrawnAction } as const;
  return (
    <details
      class="more"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{words.history}</summary>
      {isOpen && (
        <Answered of={history}>
          {({ data }) => (
            <ol class="order-lines">
              {[...data]
                .reverse()
                .map(
                  ({
                    version,
                    action,
                    quantityPacks,
                    tolerancePacks,
                    maxLandedRp,
                    minProceedsRp,
                    madeAt,
                  }) => {
                    const limitRp = maxLandedRp ?? minProceedsRp;
                    return (
                      <li key={version}>
                        <strong>{actions[action]}</strong> {packs.count(quantityPacks, item.packCode)}
                        {tolerancePacks > 0 && ` (+${format.number(tolerancePacks)})`}
                        {limitRp !== null && `, ${words.worst(packs.perUnit(limitRp, item.baseUnit))}`}
                        <span class="small"> · {format.dateTime(madeAt)}</span>
                      </li>
                    );
                  },
                )}
            </ol>
          )}
        </Answered>
      )}
    </details>
  );
};
