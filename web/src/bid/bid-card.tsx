import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { Facts } from '../parts/facts.js';
import { LineChart } from '../parts/line-chart.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { openedWords } from './opened-words.js';

/** What became of a bid: packs awarded, the reason of a loser, or neither yet. */
export interface BidFate {
  readonly packs: number;
  readonly reason: { readonly id: string; readonly en: string } | null;
  readonly hasFailed: boolean;
}

const useTermFacts = (terms: View<'BidTermsView'>): readonly (readonly [string, string])[] => {
  const words = useWords(openedWords);
  const format = useFormat();
  const packs = (count: number): string => words.packs(format.number(count));
  return [
    [words.capacity, packs(terms.capacityPacks)],
    ...(terms.minimumPacks > 0 ? [[words.minimum, packs(terms.minimumPacks)] as const] : []),
    ...(terms.maxPerBuyerPacks === null ? [] : [[words.perBuyer, packs(terms.maxPerBuyerPacks)] as const]),
    [words.leadTime, words.days(terms.leadTimeDays)],
    [words.pays, terms.paymentDays === 0 ? words.cash : words.later(terms.paymentDays)],
    ...(terms.warehouseCode === null ? [] : [[words.warehouse, terms.warehouseCode] as const]),
  ];
};

const Terms = ({
  bid,
  terms,
  lot,
}: {
  bid: View<'BidView'>;
  terms: View<'BidTermsView'>;
  lot: View<'LotView'>;
}) => {
  const words = useWords(openedWords);
  const format = useFormat();
  const facts = useTermFacts(terms);
  const unit = format.unit(lot.baseUnit);
  const last = terms.tiers.at(-1);
  const until = Math.max(terms.capacityPacks, last?.fromPacks ?? 1);
  return (
    <>
      {last !== undefined && (
        <LineChart
          title={words.chart(bid.supplierName)}
          series={[
            {
              name: words.chartName,
              tone: 'main',
              shape: 'step',
              points: [
                ...terms.tiers.map(({ fromPacks, priceRpPerUnit }): [number, number] => [
                  fromPacks,
                  priceRpPerUnit,
                ]),
                [until, last.priceRpPerUnit],
              ],
            },
            {
              name: words.ceiling,
              tone: 'limit',
              points: [
                [terms.tiers[0]?.fromPacks ?? 1, lot.ceilingRpPerUnit],
                [until, lot.ceilingRpPerUnit],
              ],
            },
          ]}
          xName={(packs) => words.packs(format.number(packs))}
          yName={format.rupiah}
        />
      )}
      <Table
        caption={words.tiers(bid.supplierName)}
        keyOf={({ fromPacks }) => String(fromPacks)}
        rows={terms.tiers}
        columns={[
          { name: words.from, of: ({ fromPacks }) => format.number(fromPacks), isNumber: true },
          {
            name: words.price(unit),
            of: ({ priceRpPerUnit }) => format.rupiah(priceRpPerUnit),
            isNumber: true,
          },
        ]}
      />
      <Facts of={facts} />
    </>
  );
};

/** A bid that has been opened: who, at which prices, what became of it, and that it is what was sealed. */
export const BidCard = ({
  bid,
  fate,
  lot,
}: {
  bid: View<'BidView'>;
  fate: BidFate | null;
  lot: View<'LotView'>;
}) => {
  const words = useWords(openedWords);
  const format = useFormat();
  const language = useLanguage();
  const best = bid.terms === null ? null : Math.min(...bid.terms.tiers.map((tier) => tier.priceRpPerUnit));
  return (
    <article class="card">
      <header class="card-head">
        <h3>{bid.supplierName}</h3>
        {fate !== null && (
          <Badge tone={fate.packs > 0 ? 'good' : fate.hasFailed ? 'bad' : 'plain'}>
            {fate.packs > 0
              ? words.won(format.number(fate.packs))
              : fate.hasFailed
                ? words.failed
                : words.lost}
          </Badge>
        )}
      </header>
      {best !== null && (
        <p class="strong">
          {format.rupiah(best)}/{format.unit(lot.baseUnit)}
        </p>
      )}
      {fate?.reason != null && <p>{fate.reason[language]}</p>}
      {bid.action === 'standing' && <p class="small">{words.standing}</p>}
      <details>
        <summary>{words.more}</summary>
        {bid.terms !== null && <Terms bid={bid} terms={bid.terms} lot={lot} />}
        <p class="small">
          {words.madeAt} {format.dateTime(bid.madeAt)}
        </p>
        {bid.hash !== null && (
          <p>
            {words.hash}: <span class="hash">{bid.hash}</span>
          </p>
        )}
        {bid.sealedText !== null && (
          <>
            <h4>{words.checkHash}</h4>
            <p>{words.checkHashText}</p>
            <pre class="command">
              <code>{bid.sealedText}</code>
            </pre>
          </>
        )}
      </details>
    </article>
  );
};
