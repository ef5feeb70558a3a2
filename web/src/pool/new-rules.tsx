import { aboutRationingRule, rationingRules } from '../../../src/core/pool/rationing-rule.js';
import { NumberField, Select } from '../parts/field.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { PartProps } from './new-what.js';
import { newWords } from './new-words.js';
import { ruleWords } from './rule-words.js';

/** What happens if too little was ordered; asked only where some item has a minimum. */
const Rescue = ({ form, set, problemOf }: PartProps) => {
  const words = useWords(newWords);
  return (
    <>
      <h2>{words.rescue}</h2>
      {form.items.every(({ minimumPacks }) => minimumPacks === null || minimumPacks === 0) ? (
        <p>{words.noTargets}</p>
      ) : (
        <>
          <NumberField
            label={words.extend}
            hint={words.extendHint}
            unit={words.hours}
            value={form.extendHours}
            onChange={(extendHours) => {
              set({ extendHours });
            }}
            problem={problemOf('rescue.extendByS')}
          />
          <Select
            label={words.otherwise}
            value={form.otherwise}
            onChange={(otherwise) => {
              set({ otherwise });
            }}
            choices={(['go-on', 'merge', 'cancel'] as const).map((value) => ({ value, name: words[value] }))}
          />
        </>
      )}
    </>
  );
};

/** Deposit, price, what happens with too little, and in whose name it is bought. */
export const NewRules = ({ form, set, problemOf }: PartProps) => {
  const words = useWords(newWords);
  const rules = useWords(ruleWords);
  const language = useLanguage();
  return (
    <>
      <NumberField
        label={words.deposit}
        hint={words.depositHint}
        unit={words.percent}
        value={form.depositPercent}
        onChange={(depositPercent) => {
          set({ depositPercent });
        }}
        problem={problemOf('deposit.rateBps')}
      />
      <Select
        label={words.forfeit}
        value={form.forfeit}
        onChange={(forfeit) => {
          set({ forfeit });
        }}
        choices={(['none', 'line-withdrawn'] as const).map((value) => ({ value, name: words[value] }))}
      />
      <Select
        label={words.rationing}
        hint={rules.rationed(aboutRationingRule[form.rationingRule][language])}
        value={form.rationingRule}
        onChange={(rationingRule) => {
          set({ rationingRule });
        }}
        choices={rationingRules.map((value) => ({ value, name: words[value] }))}
      />
      <Select
        label={words.pricing}
        value={form.pricing}
        onChange={(pricing) => {
          set({ pricing });
        }}
        choices={(['uniform', 'per-zone'] as const).map((value) => ({ value, name: words[value] }))}
      />
      <NumberField
        label={words.fee}
        unit="Rp"
        value={form.feeRpPerUnit}
        onChange={(feeRpPerUnit) => {
          set({ feeRpPerUnit });
        }}
        problem={problemOf('pricing.feeRpPerUnit')}
      />
      <NumberField
        label={words.maxShare}
        unit={words.percent}
        value={form.maxSharePercent}
        onChange={(maxSharePercent) => {
          set({ maxSharePercent });
        }}
        problem={problemOf('award.maxShareBps')}
      />
      <Select
        label={words.contract}
        value={form.contractMode}
        onChange={(contractMode) => {
          set({ contractMode });
        }}
        choices={(['direct', 'secondary'] as const).map((value) => ({ value, name: words[value] }))}
        problem={problemOf('contractMode')}
      />
      <Rescue {...{ form, set, problemOf }} />
    </>
  );
};
