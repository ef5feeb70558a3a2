import { aboutRationingRule } from '../../../src/core/pool/rationing-rule.js';
import { Facts } from '../parts/facts.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import type { Pool } from './use-pool.js';
import { ruleWords } from './rule-words.js';

const BPS = 10_000;
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** By which rules the pool runs, each in a sentence; they stand before it opens and do not change. */
export const PoolRules = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(ruleWords);
  const language = useLanguage();
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const { deposit, pricing, rescue, award, seal } = pool;
  const long = (seconds: number): string =>
    seconds >= DAY_S
      ? words.days(format.number(Math.round(seconds / DAY_S)))
      : words.hours(format.number(Math.max(1, Math.round(seconds / HOUR_S))));
  const minimums = (rescue?.items ?? []).flatMap(({ itemId, minimumPacks }) => {
    const item = pool.items.find((each) => each.itemId === itemId);
    return item === undefined ? [] : [`${nameOf(item)} ${packs.count(minimumPacks, item.packCode)}`];
  });
  const rescued =
    rescue === null
      ? words.noRescue
      : [
          words.minimum(minimums.join(', ')),
          ...(rescue.extendByS === null ? [] : [words.extends(long(rescue.extendByS))]),
          words[rescue.otherwise],
        ].join(' ');
  const distributed = pool.items.flatMap((item) =>
    item.distribution === null ? [] : [[nameOf(item), item.distribution.rule[language]] as const],
  );
  return (
    <section>
      <h2>{words.rules}</h2>
      <div class="rules">
        <Facts
          of={[
            [
              words.deposit,
              deposit.rateBps === 0
                ? words.noDeposit
                : `${words.depositRate(format.percent(deposit.rateBps / BPS))} ${words.depositBack(format.number(deposit.returnDays))} ${words[deposit.forfeit]}`,
            ],
            [words.price, `${words[pricing.kind]} ${words.tierFixed}`],
            [
              words.fee,
              pricing.feeRpPerUnit === 0 ? words.noFee : words.feeOf(format.rupiah(pricing.feeRpPerUnit)),
            ],
            [words.shortage, words.rationed(aboutRationingRule[pool.rationingRule][language])],
            [words.target, rescued],
            [words.bidding, words.biddingFor(long(pool.biddingPeriodS))],
            [words.sealed, seal.mode === 'committee' ? words.byCommittee : words.byServer],
            ...(award.maxShareBps < BPS
              ? [[words.spread, words.maxShare(format.percent(award.maxShareBps / BPS))] as const]
              : []),
            [words.contract, pool.contractMode === 'secondary' ? words.secondary : words.direct],
            ...distributed,
          ]}
        />
      </div>
    </section>
  );
};
