import type { View } from '../api/api.js';
import type { Pool } from './use-pool.js';

type Body = View<'CreatePoolBody'>;
type ItemBody = View<'PoolItemBody'>;

/** Seconds. */
export const HOUR_S = 3_600;
/** The organisers of West Java write times of UTC+7. */
const ZONE = '+07:00';

export interface ItemForm {
  readonly packCode: string;
  readonly name: string;
  /** Per base unit; null: the public reference price. */
  readonly limitRp: number | null;
  readonly limitSource: string;
  /** Fewer than this and the pool is rescued; null: no minimum. */
  readonly minimumPacks: number | null;
  /** Carried on from an earlier pool as it was. */
  readonly grades: ItemBody['grades'];
  readonly distribution: ItemBody['distribution'];
}

export interface StepForm {
  readonly hours: number | null;
  readonly holderId: string;
  readonly deputyId: string;
}

/** A pool as it is being drafted; times as people of UTC+7 write them. */
export interface PoolForm {
  readonly title: string;
  readonly side: 'buy' | 'sell';
  readonly purpose: Pool['purpose'];
  readonly contractMode: Pool['contractMode'];
  readonly regionCode: string;
  /** `2026-11-26T17:00` */
  readonly closesAt: string;
  readonly biddingHours: number | null;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly items: readonly ItemForm[];
  readonly depositPercent: number | null;
  readonly forfeit: Pool['deposit']['forfeit'];
  readonly rationingRule: Pool['rationingRule'];
  readonly pricing: Pool['pricing']['kind'];
  readonly feeRpPerUnit: number | null;
  readonly maxSharePercent: number | null;
  readonly extendHours: number | null;
  readonly otherwise: 'go-on' | 'merge' | 'cancel';
  readonly seal: Pool['seal']['mode'];
  readonly holderPersonIds: readonly string[];
  readonly standstillHours: number | null;
  readonly proposal: StepForm;
  readonly approval: StepForm;
  readonly contractHours: number | null;
}

/** A time as it is written in the form. */
export const instantOf = (written: string): string => new Date(`${written}:00${ZONE}`).toISOString();

const itemBody = (side: PoolForm['side'], item: ItemForm): ItemBody => {
  const source = item.limitSource.trim();
  const limit =
    item.limitRp === null
      ? {}
      : side === 'sell'
        ? { floorRpPerUnit: item.limitRp, ...(source === '' ? {} : { floorSource: source }) }
        : { ceilingRpPerUnit: item.limitRp, ...(source === '' ? {} : { ceilingSource: source }) };
  return {
    packCode: item.packCode,
    ...limit,
    ...(item.grades === undefined || item.grades.length === 0 ? {} : { grades: item.grades }),
    ...(item.distribution === undefined ? {} : { mode: 'distribution', distribution: item.distribution }),
  };
};

const stepBody = ({ hours, holderId, deputyId }: StepForm): View<'StepBody'> => ({
  ...(hours === null ? {} : { dueS: hours * HOUR_S }),
  ...(holderId === '' ? {} : { holderId }),
  ...(deputyId === '' ? {} : { deputyId }),
});

const rescueBody = (form: PoolForm): Pick<Body, 'rescue'> => {
  const items = form.items.flatMap(({ packCode, minimumPacks }) =>
    minimumPacks === null || minimumPacks === 0 ? [] : [{ packCode, minimumPacks }],
  );
  if (items.length === 0) return {};
  return {
    rescue: {
      ...(form.extendHours === null || form.extendHours === 0
        ? {}
        : { extendByS: form.extendHours * HOUR_S }),
      otherwise: form.otherwise,
      items,
    },
  };
};

/** What is sent; the server judges every rule of it. */
export const bodyOf = (form: PoolForm, organiserId: string): Body => ({
  organiserId,
  title: form.title.trim(),
  regionCode: form.regionCode,
  side: form.side,
  purpose: form.purpose,
  contractMode: form.contractMode,
  rationingRule: form.rationingRule,
  closesAt: instantOf(form.closesAt),
  biddingPeriodS: (form.biddingHours ?? 0) * HOUR_S,
  neededFrom: form.neededFrom,
  neededUntil: form.neededUntil,
  items: form.items.map((item) => itemBody(form.side, item)),
  steps: {
    proposal: stepBody(form.proposal),
    ...(form.standstillHours === null ? {} : { standstillS: form.standstillHours * HOUR_S }),
    approval: stepBody(form.approval),
    ...(form.contractHours === null ? {} : { contractDueS: form.contractHours * HOUR_S }),
  },
  award: { maxShareBps: (form.maxSharePercent ?? 100) * 100 },
  pricing: { kind: form.pricing, feeRpPerUnit: form.feeRpPerUnit ?? 0 },
  ...rescueBody(form),
  seal: {
    mode: form.seal,
    ...(form.seal === 'committee' ? { holderPersonIds: [...form.holderPersonIds] } : {}),
  },
  deposit: { rateBps: (form.depositPercent ?? 0) * 100, forfeit: form.forfeit },
});
