import { useState } from 'preact/hooks';
import { useCommodities } from '../catalog/use-commodities.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { NumberField, Select } from '../parts/field.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { LineDraft } from './week-form.js';
import { kitchenWords } from './words.js';

/** One more thing that is needed: what, on which day, how much. */
export const AddLine = ({
  days,
  onAdd,
}: {
  readonly days: readonly string[];
  readonly onAdd: (line: LineDraft) => void;
}) => {
  const words = useWords(kitchenWords);
  const format = useFormat();
  const language = useLanguage();
  const commodities = useCommodities();
  const [code, setCode] = useState('');
  const [day, setDay] = useState(days[0] ?? '');
  const [amount, setAmount] = useState<number | null>(null);
  const known = commodities.state === 'done' ? commodities.data.data : [];
  const chosen = known.find((each) => each.code === code);
  return (
    <fieldset class="tier">
      <legend>{words.add}</legend>
      <Select
        label={words.goods}
        value={code}
        onChange={setCode}
        choices={[
          { value: '', name: words.pick },
          ...known.map((each) => ({ value: each.code, name: language === 'id' ? each.nameId : each.nameEn })),
        ]}
      />
      {commodities.state === 'refused' && <Answered of={commodities}>{() => null}</Answered>}
      <Select
        label={words.day}
        value={day}
        onChange={setDay}
        choices={days.map((each) => ({ value: each, name: format.day(each) }))}
      />
      <NumberField
        label={words.quantity(format.unit(chosen?.baseUnit ?? 'KGM'))}
        value={amount}
        onChange={setAmount}
      />
      <Button
        tone="quiet"
        isDisabled={chosen === undefined || amount === null || amount === 0}
        onPress={() => {
          if (chosen === undefined || amount === null) return;
          onAdd({ neededOn: day, commodityCode: chosen.code, quantityMilli: amount * 1000 });
          setAmount(null);
          setCode('');
        }}
      >
        {words.add}
      </Button>
    </fieldset>
  );
};
