import { Facts } from '../parts/facts.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { newWords } from './new-words.js';
import type { PoolForm } from './pool-form.js';

/** All that was filled in, to be read once more before it is kept. */
export const NewCheck = ({ form }: { readonly form: PoolForm }) => {
  const words = useWords(newWords);
  const format = useFormat();
  const hours = (count: number | null): string => words.timed(format.number(count ?? 0));
  return (
    <>
      <Facts
        of={[
          [words.name, form.title],
          [words.side, words[form.side]],
          [words.purpose, words[form.purpose]],
          [words.closes, form.closesAt === '' ? '' : format.dateTime(`${form.closesAt}:00+07:00`)],
          [words.needed, words.range(format.date(form.neededFrom), format.date(form.neededUntil))],
          [words.bidding, hours(form.biddingHours)],
          [
            words.deposit,
            (form.depositPercent ?? 0) === 0
              ? words.noDeposit
              : words.ofWorst(format.number(form.depositPercent ?? 0)),
          ],
          [words.rationing, words[form.rationingRule]],
          [words.pricing, words[form.pricing]],
          [words.seal, words[form.seal]],
          [words.contract, words[form.contractMode]],
          [words.standstill, hours(form.standstillHours)],
        ]}
      />
      <Table
        caption={words.chosenItems}
        rows={form.items}
        keyOf={({ packCode }) => packCode}
        columns={[
          { name: words.items, of: ({ name }) => name },
          {
            name: form.side === 'sell' ? words.floor : words.ceiling,
            isNumber: true,
            of: ({ limitRp, distribution }) =>
              distribution !== undefined
                ? format.rupiah(distribution.priceRpPerUnit)
                : limitRp === null
                  ? words.reference
                  : format.rupiah(limitRp),
          },
          {
            name: words.minimum,
            isNumber: true,
            of: ({ minimumPacks }) => (minimumPacks === null ? '–' : format.number(minimumPacks)),
          },
        ]}
      />
      <p>{words.saveText}</p>
    </>
  );
};
