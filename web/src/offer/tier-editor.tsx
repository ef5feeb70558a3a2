import { Button } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { LineChart } from '../parts/line-chart.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { tierWords } from './tier-words.js';
import { wholeTiers, type TierDraft } from './tier-drafts.js';

/** As the API takes them. */
const MOST_TIERS = 12;

interface TierEditorProps {
  readonly packCode: string;
  readonly baseUnit: string;
  readonly tiers: readonly TierDraft[];
  readonly onChange: (tiers: readonly TierDraft[]) => void;
  /** How far the chart reaches, in packs. */
  readonly untilPacks: number;
  /** The ceiling, drawn beside them; null for none. */
  readonly limitRpPerUnit: number | null;
}

const TierRows = ({ packCode, baseUnit, tiers, onChange }: TierEditorProps) => {
  const words = useWords(tierWords);
  const format = useFormat();
  const packs = usePacks();
  const change = (place: number, part: Partial<TierDraft>): void => {
    onChange(tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)));
  };
  return (
    <>
      {tiers.map((tier, place) => (
        <fieldset class="tier" key={place}>
          <legend>{words.tier(format.number(place + 1))}</legend>
          <NumberField
            label={words.from(packs.word(packCode, 2))}
            value={tier.fromPacks}
            onChange={(fromPacks) => {
              change(place, { fromPacks });
            }}
          />
          <NumberField
            label={words.price(format.unit(baseUnit))}
            unit="Rp"
            value={tier.priceRpPerUnit}
            onChange={(priceRpPerUnit) => {
              change(place, { priceRpPerUnit });
            }}
          />
          {tiers.length > 1 && (
            <Button
              tone="quiet"
              onPress={() => {
                onChange(tiers.filter((_, at) => at !== place));
              }}
            >
              {words.removeTier(format.number(place + 1))}
            </Button>
          )}
        </fieldset>
      ))}
      {tiers.length < MOST_TIERS && (
        <Button
          tone="quiet"
          onPress={() => {
            onChange([...tiers, { fromPacks: null, priceRpPerUnit: null }]);
          }}
        >
          {words.addTier}
        </Button>
      )}
    </>
  );
};

/** Price tiers, drawn as they are typed. */
export const TierEditor = (props: TierEditorProps) => {
  const words = useWords(tierWords);
  const format = useFormat();
  const whole = wholeTiers(props.tiers);
  const [first] = whole;
  const last = whole.at(-1);
  const until = Math.max(props.untilPacks, last?.fromPacks ?? 1);
  return (
    <section>
      <h2>{words.tiers}</h2>
      <p class="hint">{words.tiersHint}</p>
      <TierRows {...props} />
      {first !== undefined && last !== undefined && (
        <LineChart
          title={words.chart}
          xName={(count) => format.number(count)}
          yName={format.rupiah}
          series={[
            {
              name: words.yours,
              tone: 'main',
              shape: 'step',
              points: [
                ...whole.map((tier) => [tier.fromPacks, tier.priceRpPerUnit] as const),
                [until, last.priceRpPerUnit],
              ],
            },
            ...(props.limitRpPerUnit === null
              ? []
              : [
                  {
                    name: words.ceiling,
                    tone: 'limit' as const,
                    points: [
                      [first.fromPacks, props.limitRpPerUnit],
                      [until, props.limitRpPerUnit],
                    ] as const,
                  },
                ]),
          ]}
        />
      )}
    </section>
  );
};
