import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useLooking } from '../api/use-looking.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Facts } from '../parts/facts.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { AnswerReturn } from './answer-return.js';
import { consignWords } from './consign-words.js';
import { TellMovement } from './tell-movement.js';

const Consignment = ({
  of: one,
  partyId,
  after,
}: {
  readonly of: View<'ConsignmentView'>;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(consignWords);
  const format = useFormat();
  const packs = usePacks();
  const language = useLanguage();
  const goodsOf = ({ goodsId, goodsEn }: View<'ConsignedLineView'>): string =>
    language === 'id' ? goodsId : goodsEn;
  const isBuyer = one.buyerId === partyId;
  const isOpen = one.endedAt === null;
  const hasLeft = one.lines.some(({ leftPacks }) => leftPacks > 0);
  return (
    <article class="sheet">
      <h2>{isBuyer ? words.from(one.sellerName) : words.with(one.buyerName)}</h2>
      <p>
        <Badge tone={isOpen ? 'waiting' : 'good'}>
          {one.endedAt === null
            ? words.until(format.dateTime(one.endsAt))
            : words.ended(format.dateTime(one.endedAt))}
        </Badge>{' '}
        <span class="small">{one.poolTitle}</span>
      </p>
      {isOpen && <p class="small">{words.untilNext}</p>}
      {isOpen &&
        one.supplierId === partyId &&
        one.returns
          .filter(({ state }) => state === 'awaited')
          .map((told) => (
            <AnswerReturn
              key={told.id}
              dropId={one.dropId}
              of={told}
              packs={packs.count(told.packs, one.lines.length === 1 ? (one.lines[0]?.packCode ?? '') : '')}
              after={after}
            />
          ))}
      {one.lines.map((line) => (
        <section key={line.lineId}>
          <h3>{goodsOf(line)}</h3>
          <Facts
            of={[
              [words.handed, packs.count(line.handedPacks, line.packCode)],
              [words.sold, packs.count(line.soldPacks, line.packCode)],
              ...(line.returnedPacks > 0
                ? [[words.returned, packs.count(line.returnedPacks, line.packCode)] as const]
                : []),
              ...(line.awaitedPacks > 0
                ? [[words.awaited, packs.count(line.awaitedPacks, line.packCode)] as const]
                : []),
              ...(isOpen ? [[words.left, packs.count(line.leftPacks, line.packCode)] as const] : []),
            ]}
          />
        </section>
      ))}
      <Facts of={[[words.asked, format.rupiah(one.askedRp)]]} />
      {isOpen && isBuyer && hasLeft && (
        <>
          <TellMovement of={one} kind="sales" goodsOf={goodsOf} after={after} />
          <TellMovement of={one} kind="returns" goodsOf={goodsOf} after={after} />
        </>
      )}
    </article>
  );
};

/** Goods on consignment: what was handed over, sold, went back and is left, and who says so. */
const ConsignmentsScreen = () => {
  const words = useWords(consignWords);
  useTitle(words.title);
  const partyId = actingParty()?.partyId ?? '';
  const consignments = useRows(`consignments:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/consignments', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  // The other side tells and answers too, and what was told is billed a moment later.
  useLooking(
    consignments.rows.some(({ endedAt }) => endedAt === null),
    consignments.first.again,
  );
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={consignments.first}>
        {() =>
          consignments.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            consignments.rows.map((one) => (
              <Consignment key={one.dropId} of={one} partyId={partyId} after={consignments.first.again} />
            ))
          )
        }
      </Answered>
      <MoreButton of={consignments} />
    </div>
  );
};

export default ConsignmentsScreen;
