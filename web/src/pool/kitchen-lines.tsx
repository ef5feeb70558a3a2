import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { kitchenWords } from './kitchen-words.js';
import { isOwnLine } from './own-line.js';
import type { Line, Pool } from './use-pool.js';

/** What partner kitchens have put in through this koperasi; read here, changed in their requirement. */
export const KitchenLines = ({ pool, lines }: { readonly pool: Pool; readonly lines: readonly Line[] }) => {
  const words = useWords(kitchenWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const theirs = lines.filter((line) => line.state === 'active' && !isOwnLine(line));
  if (theirs.length === 0) return null;
  return (
    <details class="more">
      <summary>
        {words.kitchens} ({format.number(theirs.length)})
      </summary>
      <p class="small">{words.about}</p>
      <ul class="order-lines">
        {theirs.map((line) => {
          const item = pool.items.find(({ itemId }) => itemId === line.itemId);
          return (
            item !== undefined && (
              <li key={line.id}>
                {packs.count(line.quantityPacks, item.packCode)} {nameOf(item)}
                <span class="small"> · {format.day(line.neededBy)}</span>
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
};
