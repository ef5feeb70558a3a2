import { DayField } from '../parts/day-field.js';
import { Field, NumberField, Select } from '../parts/field.js';
import { useWords } from '../words/words.js';
import { newWords } from './new-words.js';
import type { PoolForm } from './pool-form.js';

export interface PartProps {
  readonly form: PoolForm;
  readonly set: (change: Partial<PoolForm>) => void;
  /** The server's words about a field of what was sent. */
  readonly problemOf: (field: string) => string | undefined;
}

/** What the pool is called, which way it runs, and its dates. */
export const NewWhat = ({ form, set, problemOf }: PartProps) => {
  const words = useWords(newWords);
  return (
    <>
      <Field
        label={words.name}
        maxLength={120}
        value={form.title}
        onChange={(title) => {
          set({ title });
        }}
        problem={problemOf('title')}
      />
      <DayField
        label={words.closesAt}
        hint={words.closesHint}
        isMoment
        value={form.closesAt}
        onChange={(closesAt) => {
          set({ closesAt });
        }}
        problem={problemOf('closesAt')}
      />
      <DayField
        label={words.neededFrom}

        value={form.neededFrom}
        onChange={(neededFrom) => {
          set({ neededFrom });
        }}
        problem={problemOf('neededFrom')}
      />
      <DayField
        label={words.neededUntil}

        value={form.neededUntil}
        onChange={(neededUntil) => {
          set({ neededUntil });
        }}
        problem={problemOf('neededUntil')}
      />
      <NumberField
        label={words.bidding}
        unit={words.hours}
        value={form.biddingHours}
        onChange={(biddingHours) => {
          set({ biddingHours });
        }}
        problem={problemOf('biddingPeriodS')}
      />
      <Select
        label={words.side}
        value={form.side}
        onChange={(side) => {
          set({ side });
        }}
        choices={[
          { value: 'buy', name: words.buy },
          { value: 'sell', name: words.sell },
        ]}
      />
      <Select
        label={words.purpose}
        value={form.purpose}
        onChange={(purpose) => {
          set({ purpose });
        }}
        choices={(['ordinary', 'kitchens', 'market-operation', 'practice'] as const).map((value) => ({
          value,
          name: words[value],
        }))}
        problem={problemOf('purpose')}
      />
    </>
  );
};
