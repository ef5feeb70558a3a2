import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { useCommodityNames } from '../catalog/use-commodities.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Card } from '../parts/card.js';
import { Facts } from '../parts/facts.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { kitchenWords } from './words.js';

/** Where something a kitchen needs is now: in which pool, from whom, on which delivery. */
const TraceScreen = ({ params: { requirementLineId = '' } }: { readonly params: Params }) => {
  const words = useWords(kitchenWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useCommodityNames();
  useTitle(words.trace);
  const trace = useAsk(`trace:${requirementLineId}`, (api) =>
    dataOf(
      api.GET('/api/v1/requirements/{requirementLineId}/trace', { params: { path: { requirementLineId } } }),
    ),
  );
  return (
    <Answered of={trace} heading={words.trace}>
      {(shown) => (
        <>
          <h1>{nameOf(shown.commodityCode)}</h1>
          <Facts of={[[words.day, format.day(shown.neededOn)]]} />
          {shown.packCode === null || shown.quantityPacks === null ? (
            <Empty title={words.traceNone} />
          ) : (
            <p>
              <Badge tone="good">{words.ordered}</Badge> {packs.count(shown.quantityPacks, shown.packCode)}
            </p>
          )}
          <div class="cards">
            {shown.parts.map((part) => (
              <Card
                key={part.supplierId}
                title={words.supplier(packs.count(part.packs, shown.packCode ?? ''), part.supplierName)}
                aside={
                  <Badge tone={part.receivedAt === null ? 'waiting' : 'good'}>
                    {part.receivedAt !== null
                      ? words.arrived
                      : part.dispatchedAt !== null
                        ? words.onTheWay
                        : words.planned}
                  </Badge>
                }
              >
                {part.receivedAt !== null && <p>{format.dateTime(part.receivedAt)}</p>}
                {part.deliveryNote !== null && <p class="small">{part.deliveryNote}</p>}
              </Card>
            ))}
          </div>
        </>
      )}
    </Answered>
  );
};

export default TraceScreen;
