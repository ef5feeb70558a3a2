import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { consignWords } from './consign-words.js';

/** The buyer tells what it sold since the last time, or gives goods back: how many of each that is left. */
export const TellMovement = ({
  of: consignment,
  kind,
  goodsOf,
  after,
}: {
  readonly of: View<'ConsignmentView'>;
  readonly kind: 'sales' | 'returns';
  readonly goodsOf: (line: View<'ConsignedLineView'>) => string;
  readonly after: () => void;
}) => {
  const words = useWords(consignWords);
  const format = useFormat();
  const packing = usePacks();
  const [packs, setPacks] = useState<Readonly<Record<string, number | null>>>({});
  const isSold = kind === 'sales';
  const lines = consignment.lines.flatMap(({ lineId }) => {
    const count = packs[lineId] ?? 0;
    return count > 0 ? [{ lineId, packs: count }] : [];
  });
  const header = useOnce(kind, ...lines.flatMap(({ lineId, packs: count }) => [lineId, count]));
  const params = { path: { dropId: consignment.dropId }, header };
  const telling = useSend(
    (api) =>
      isSold
        ? dataOf(api.POST('/api/v1/consignments/{dropId}/sales', { params, body: { lines } }))
        : dataOf(api.POST('/api/v1/consignments/{dropId}/returns', { params, body: { lines } })),
    () => {
      setPacks({});
      after();
    },
  );
  return (
    <details class="group" open={isSold}>
      <summary>
        <span class="row-name">{isSold ? words.tellSold : words.tellReturn}</span>
      </summary>
      {!isSold && <p class="small">{words.returnAbout}</p>}
      {consignment.lines
        .filter(({ leftPacks }) => leftPacks > 0)
        .map((line) => (
          <NumberField
            key={line.lineId}
            label={isSold ? words.soldNow(goodsOf(line)) : words.returnedNow(goodsOf(line))}
            hint={words.atMost(format.number(line.leftPacks))}
            unit={packing.word(line.packCode, 2)}
            value={packs[line.lineId] ?? null}
            onChange={(count) => {
              setPacks({ ...packs, [line.lineId]: count });
            }}
            problem={telling.problemOf(
              `lines.${lines.findIndex(({ lineId }) => lineId === line.lineId)}.packs`,
            )}
          />
        ))}
      <Refusal of={telling} />
      <Button
        tone={isSold ? 'main' : 'quiet'}
        isBusy={telling.isSending}
        isDisabled={lines.length === 0}
        onPress={() => void telling.send()}
      >
        {lines.length === 0 ? words.fillFirst : isSold ? words.sendSold : words.sendReturn}
      </Button>
    </details>
  );
};
