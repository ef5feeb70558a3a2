import type { ComponentChildren } from 'preact';
import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { Card } from '../parts/card.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { enteredWords } from './entered-words.js';

export type EnteredOrder = View<'EnteredOrderView'>;

const tones = {
  waiting: 'waiting',
  confirmed: 'good',
  refused: 'bad',
  replaced: 'plain',
  expired: 'plain',
} as const;

/** An order that was entered for a koperasi: its lines, and how it stands. */
export const EnteredCard = ({
  order,
  title,
  children,
}: {
  readonly order: EnteredOrder;
  readonly title: string;
  readonly children?: ComponentChildren;
}) => {
  const words = useWords(enteredWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  return (
    <Card title={title} aside={<Badge tone={tones[order.state]}>{words[`state_${order.state}`]}</Badge>}>
      <ul class="plain-list">
        {order.lines.map((line) => (
          <li key={`${line.itemId}:${line.neededBy}`}>
            <strong>{nameOf(line)}</strong>
            <span>
              {packs.both(line.quantityPacks, line)} {words.neededOn(format.date(line.neededBy))}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
};
