import type { MeterAnswer, PoolAnswer } from './demand-answers.js';
import { formatRupiah, formatWhole } from './format-rupiah.js';
import { plannedPacks } from './plan-season.js';
import type { Scene } from './scene.js';
import { unitNames } from './unit-names.js';
import { waitUntil } from './wait-until.js';

type ItemMeter = MeterAnswer['items'][number];

/** What the meter guarantees of an item, for all that is committed to it. */
export interface Guarantee {
  readonly itemId: string;
  readonly packCode: string;
  readonly guaranteedRpPerUnit: number;
}

const look = ({ api }: Pick<Scene, 'api'>, pool: PoolAnswer): Promise<MeterAnswer> =>
  api.call<MeterAnswer>(null, 'GET', `/pools/${pool.id}/meter`);

/** Committed, guaranteed, missing: the three things a koperasi looks for. */
const sayItem = (item: ItemMeter): string => {
  const unit = unitNames[item.baseUnit] ?? item.baseUnit;
  const { nextTier } = item;
  return (
    `Terkumpul (meter): ${item.commodityNameId} ${formatWhole(item.committedPacks)}, ` +
    `terjamin (guaranteed) ${formatRupiah(item.guaranteedRpPerUnit ?? item.ceilingRpPerUnit)}/${unit}` +
    (nextTier === null
      ? ''
      : `, ${formatWhole(nextTier.missingPacks)} lagi (more): ${formatRupiah(nextTier.priceRpPerUnit)}`)
  );
};

/** Tells what the meter says of the item that has an offer, while others are still ordering. */
export const tellMeter = async (scene: Scene, pool: PoolAnswer): Promise<void> => {
  const { items } = await look(scene, pool);
  const item = items.find(({ guaranteedRpPerUnit }) => guaranteedRpPerUnit !== null);
  if (item !== undefined) scene.tell(sayItem(item), 1, 1);
};

/** What the meter guarantees once it has counted every order: the last that koperasi see before the close. */
export const readGuarantees = async (scene: Scene, pool: PoolAnswer): Promise<Guarantee[]> =>
  waitUntil('the meter has counted every order', async () => {
    const { items } = await look(scene, pool);
    const late = items.find((item) => item.committedPacks !== plannedPacks(scene.plan, item.packCode));
    if (late !== undefined) return { seen: `${late.committedPacks} of ${late.packCode}` };
    return {
      found: items.flatMap(({ itemId, packCode, guaranteedRpPerUnit }) =>
        guaranteedRpPerUnit === null ? [] : [{ itemId, packCode, guaranteedRpPerUnit }],
      ),
    };
  });
