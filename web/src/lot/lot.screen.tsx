import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { Params } from '../frame/screen.js';
import { Bars } from '../parts/bars.js';
import { Facts } from '../parts/facts.js';
import { Notice } from '../parts/notice.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { LotFrame } from './lot-frame.js';
import { LotCourse } from './lot-state.js';
import { lotWords } from './lot-words.js';
import { useGoodsName } from './use-lot.js';

const Tender = ({ lot }: { readonly lot: View<'LotView'> }) => {
  const words = useWords(lotWords);
  const format = useFormat();
  const nameOf = useGoodsName();
  const tender = useAsk(lot.mode === 'tender' ? `tender:${lot.id}` : null, (api) =>
    dataOf(api.GET('/api/v1/lots/{lotId}/tender', { params: { path: { lotId: lot.id } } })),
  );
  const price = words.perUnit(format.rupiah(lot.ceilingRpPerUnit), format.unit(lot.baseUnit));
  const { pack } = nameOf(lot);
  return (
    <Facts
      of={[
        [words.demand, words.packs(format.number(lot.quantityPacks), pack)],
        [words.amount, format.quantity(lot.quantityPacks * lot.packSizeMilli, lot.baseUnit)],
        [words.koperasi, format.number(lot.koperasiCount)],
        [lot.side === 'sell' ? words.floor : words.ceiling, price],
        ...(tender.state === 'done'
          ? ([
              [words.biddingUntil, format.dateTime(tender.data.closesAt)],
              ...(tender.data.openedAt === null
                ? []
                : ([[words.openedAt, format.dateTime(tender.data.openedAt)]] as const)),
              [words.bidCount, tender.data.bidCount ?? words.bidsHidden],
            ] as const)
          : []),
      ]}
    />
  );
};

/** A lot: what is asked for and where, and how far it is. */
const LotScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(lotWords);
  const format = useFormat();
  return (
    <LotFrame lotId={lotId} at="" title={words.lot}>
      {(lot) => (
        <>
          <LotCourse state={lot.state} />
          <Notice tone={lot.state === 'failed' ? 'warning' : 'info'} title={words[`next_${lot.state}`]}>
            {lot.failedReason !== null && (
              <p>
                {words.why}:{' '}
                {lot.failedReason === 'NO_BIDS' || lot.failedReason === 'NO_ADMISSIBLE_BID'
                  ? words[lot.failedReason]
                  : words.otherWhy}
                .
              </p>
            )}
          </Notice>
          {lot.mode === 'distribution' && <p>{words.distribution}.</p>}
          <Tender lot={lot} />
          <h2>{words.byDistrict}</h2>
          <Bars
            of={lot.zones.map(({ districtName, quantityPacks, koperasiCount }) => ({
              name: districtName,
              value: quantityPacks,
              text: words.ofDistrict(format.number(quantityPacks), format.number(koperasiCount)),
            }))}
          />
        </>
      )}
    </LotFrame>
  );
};

export default LotScreen;
