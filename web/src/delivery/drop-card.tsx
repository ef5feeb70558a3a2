import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { Card } from '../parts/card.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { stepOf, stepTones } from './drop-step.js';
import { deliveryWords } from './words.js';

/** What is on a drop, in a line: `22 karung Beras medium, 4 karton Minyakita`. */
export const useLoad = (): ((goods: View<'DropView'>['goods']) => string) => {
  const packs = usePacks();
  const nameOf = useGoods();
  return (goods) =>
    goods.map((each) => `${packs.count(each.packs, each.packCode)} ${nameOf(each)}`).join(', ');
};

/** A drop in a list: what, from whom, for when, and where it is. */
export const DropCard = ({ drop }: { readonly drop: View<'DropView'> }) => {
  const words = useWords(deliveryWords);
  const format = useFormat();
  const loadOf = useLoad();
  const step = stepOf(drop);
  return (
    <Card
      href={`/kiriman/${drop.id}`}
      title={loadOf(drop.goods)}
      aside={<Badge tone={stepTones[step]}>{words[step]}</Badge>}
    >
      <p>
        {words.from} {drop.senderName}
      </p>
      <p class="small">
        {drop.receivedAt === null
          ? words.neededBy(format.day(drop.neededBy))
          : format.dateTime(drop.receivedAt)}
      </p>
    </Card>
  );
};
