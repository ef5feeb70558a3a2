import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Select } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { Stepper } from '../parts/stepper.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { EnteredSum } from './entered-sum.js';
import { enteredWords } from './entered-words.js';
import type { Member } from './group-members.js';
import { daysBetween } from './order-form.js';
import type { Pool } from './use-pool.js';

/** What a koperasi says over the telephone: how many of what, by when. Its limits it can set itself, until the close. */
export const EnterForm = ({
  pool,
  members,
  begin,
  after,
}: {
  readonly pool: Pool;
  readonly members: readonly Member[];
  /** The koperasi that the desk came from. */
  readonly begin: string;
  readonly after: () => void;
}) => {
  const words = useWords(enteredWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const [koperasiId, setKoperasi] = useState(
    members.some((member) => member.koperasiId === begin) ? begin : '',
  );
  const [neededBy, setNeededBy] = useState(pool.neededFrom);
  const [wishes, setWishes] = useState<Readonly<Record<string, number>>>({});
  const lines = pool.items.flatMap(({ itemId }) => {
    const quantityPacks = wishes[itemId] ?? 0;
    return quantityPacks === 0 ? [] : [{ itemId, neededBy, quantityPacks }];
  });
  const header = useOnce(koperasiId, lines);
  const entering = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/pools/{poolId}/entered-orders', {
          params: { path: { poolId: pool.id }, header },
          body: { koperasiId, lines },
        }),
      ),
    () => {
      setKoperasi('');
      setWishes({});
      after();
    },
  );
  if (members.length === 0) return <p>{words.allIn}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void entering.send();
      }}
    >
      <Select
        label={words.koperasi}
        hint={words.chooseHint}
        value={koperasiId}
        onChange={setKoperasi}
        choices={[
          { value: '', name: words.choose },
          ...members.map((member) => ({ value: member.koperasiId, name: member.name })),
        ]}
        problem={entering.problemOf('koperasiId')}
      />
      <Select
        label={words.neededBy}
        value={neededBy}
        choices={daysBetween(pool.neededFrom, pool.neededUntil).map((day) => ({
          value: day,
          name: format.day(day),
        }))}
        onChange={setNeededBy}
      />
      {pool.items.map((item) => {
        const limitRp = pool.side === 'buy' ? item.ceilingRpPerUnit : item.floorRpPerUnit;
        const limit = limitRp === null ? '…' : packs.perUnit(limitRp, item.baseUnit);
        return (
          <Stepper
            key={item.itemId}
            label={nameOf(item)}
            hint={
              pool.side === 'buy'
                ? words.size(packs.size(item), limit)
                : words.sizeLeast(packs.size(item), limit)
            }
            unit={packs.word(item.packCode, 2)}
            value={wishes[item.itemId] ?? 0}
            onChange={(value) => {
              setWishes({ ...wishes, [item.itemId]: value });
            }}
          />
        );
      })}
      {pool.side === 'buy' && (
        <EnteredSum
          poolId={pool.id}
          depositRateBps={pool.deposit.rateBps}
          lines={lines.map((line) => ({
            ...line,
            tolerancePacks: 0,
            maxLandedRp: null,
            packSizeMilli: pool.items.find(({ itemId }) => itemId === line.itemId)?.packSizeMilli ?? 0,
          }))}
        />
      )}
      <Refusal of={entering} />
      <Button type="submit" isBusy={entering.isSending} isDisabled={koperasiId === '' || lines.length === 0}>
        {words.send}
      </Button>
    </form>
  );
};
