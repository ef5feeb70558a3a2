import { NumberField } from '../parts/field.js';
import { Stepper } from '../parts/stepper.js';
import { Badge } from '../parts/badge.js';
import type { ItemMeter } from '../quote/use-meter.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { LineHistory } from './line-history.js';
import type { RowCost } from './order-cost.js';
import type { OrderRow, Wish } from './order-form.js';
import { orderWords } from './order-words.js';

/** One item: how many, and folded away what few people change: the highest price, and taking a little more. */
export const OrderRowFields = ({
  row,
  side,
  meter,
  cost,
  nowRp,
  onChange,
}: {
  readonly row: OrderRow;
  readonly side: 'buy' | 'sell';
  readonly meter: ItemMeter | undefined;
  readonly cost: RowCost | null;
  readonly nowRp: number | null;
  readonly onChange: (wish: Wish) => void;
}) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const { item, line, wish, before, neededBy } = row;
  const { baseUnit, packCode, distribution } = item;
  const fixedRp = distribution?.priceRpPerUnit ?? null;
  const atMostRp = cost?.worstRpPerUnit ?? meter?.worst[0]?.worstRpPerUnit ?? item.ceilingRpPerUnit;
  const isStanding = line?.state === 'active';
  const price =
    fixedRp !== null
      ? words.fixed(packs.perUnit(fixedRp, baseUnit))
      : nowRp !== null
        ? words.now(packs.perUnit(nowRp, baseUnit))
        : atMostRp === null
          ? null
          : words.ceiling(packs.perUnit(atMostRp, baseUnit));
  return (
    <section class="card order-row">
      <header class="card-head">
        <h2>{nameOf(item)}</h2>
        {isStanding && (
          <Badge tone={wish.quantityPacks === 0 ? 'bad' : 'good'}>
            {wish.quantityPacks === 0 ? words.withdrawn : words.standing}
          </Badge>
        )}
      </header>
      <p class="small">
        {packs.size(item)}
        {isStanding && ` · ${format.day(neededBy)}`}
        {distribution !== null && ` · ${words.quota(packs.count(distribution.quotaPerBuyerPacks, packCode))}`}
      </p>
      <p class="order-row-price">{price}</p>
      <Stepper
        label={`${words.quantity} ${nameOf(item)}`}
        isLabelHidden
        unit={packs.word(packCode, wish.quantityPacks)}
        value={wish.quantityPacks}
        onChange={(quantityPacks) => {
          onChange({ ...wish, quantityPacks, tolerancePacks: quantityPacks === 0 ? 0 : wish.tolerancePacks });
        }}
      />
      {wish.quantityPacks > 0 && (
        <p class="small">
          {packs.count(wish.quantityPacks, packCode)} = {packs.amount(wish.quantityPacks, item)}
          {cost !== null && side === 'buy' && `, ${words.worst(format.rupiah(cost.worstAmountRp))}`}
        </p>
      )}
      {wish.quantityPacks > 0 && (
        <details class="more">
          <summary>{words.more}</summary>
          <NumberField
            label={side === 'sell' ? words.limitSell : words.limit}
            hint={
              side === 'sell'
                ? words.limitSellHint
                : words.limitHint(packs.perUnit(meter?.worst[0]?.worstRpPerUnit ?? 0, baseUnit))
            }
            unit={`/${format.unit(baseUnit)}`}
            value={wish.limitRp}
            onChange={(limitRp) => {
              onChange({ ...wish, limitRp: limitRp === 0 ? null : limitRp });
            }}
          />
          <Stepper
            label={words.tolerance}
            hint={words.toleranceHint}
            unit={packs.word(packCode, wish.tolerancePacks)}
            value={wish.tolerancePacks}
            onChange={(tolerancePacks) => {
              onChange({ ...wish, tolerancePacks });
            }}
          />
        </details>
      )}
      {line !== null && before.quantityPacks > 0 && <LineHistory line={line} item={item} />}
    </section>
  );
};
