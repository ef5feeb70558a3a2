import type { View } from '../api/api.js';
import { actingParty, session } from '../api/session.js';
import type { Params } from '../frame/screen.js';
import { LotFrame } from '../lot/lot-frame.js';
import { isPublic } from '../lot/lot-state.js';
import { Answered } from '../parts/asked.js';
import { later } from '../parts/later.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { AwardHead } from './award-head.js';
import { AwardReasons } from './award-reasons.js';
import { AwardWinners } from './award-winners.js';
import { Explained } from './explained.js';
import { nextMove } from './next-move.js';
import { ReviewMove } from './review-move.js';
import { reviewWords } from './review-words.js';
import { PastSteps, StepCard } from './step-list.js';
import { useReview, type Review } from './use-review.js';

/** What comes once an award has been proposed is fetched then; of a distribution, its request. */
const Objections = later('objections', () => import('./review-after.js').then((file) => file.Objections));
const Contracts = later('contracts', () => import('./review-after.js').then((file) => file.Contracts));
const RequestList = later('request-list', () => import('./request-list.js').then((file) => file.RequestList));

const supplierNames = ({ award }: Review): ReadonlyMap<string, string> =>
  new Map(
    [...(award?.lines ?? []), ...(award?.losingBids ?? []), ...(award?.bidsOut ?? [])].flatMap(
      ({ bidId, supplierName }) => (bidId === null ? [] : [[bidId, supplierName] as const]),
    ),
  );

const Steps = ({ of: steps }: { readonly of: Review['steps'] }) => {
  const words = useWords(reviewWords);
  const past = steps.filter(({ endedAt }) => endedAt !== null);
  return (
    <>
      <h2>{words.steps}</h2>
      <div class="wide-cards">
        {steps
          .filter(({ endedAt }) => endedAt === null)
          .map((step) => (
            <StepCard key={step.step} step={step} />
          ))}
      </div>
      {past.length > 0 && (
        <details>
          <summary>{words.past}</summary>
          <PastSteps steps={past} />
        </details>
      )}
    </>
  );
};

/** Why it was reckoned so, for who decides: costs, winners, what each limit costs, why each other bid lost. */
const Result = ({ lot, review }: { readonly lot: View<'LotView'>; readonly review: Review }) => {
  const words = useWords(reviewWords);
  const language = useLanguage();
  const bidsOut = review.award?.bidsOut ?? [];
  return (
    <Explained lot={lot}>
      {(explained) => (
        <>
          <h2>{words.result}</h2>
          <AwardHead of={explained} lot={lot} />
          <AwardWinners lines={explained.lines} lot={lot} />
          {lot.mode === 'tender' && <AwardReasons of={explained} />}
          {bidsOut.length > 0 && (
            <>
              <h2>{words.bidsOut}</h2>
              <dl class="reasons">
                {bidsOut.map((bid) => (
                  <div key={bid.bidId}>
                    <dt>{bid.supplierName}</dt>
                    <dd>{bid[language]}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </>
      )}
    </Explained>
  );
};

const Shown = ({ lot, again }: { readonly lot: View<'LotView'>; readonly again: () => void }) => {
  const words = useWords(reviewWords);
  const asked = useReview(lot);
  const after = (): void => {
    asked.again();
    again();
  };
  return (
    <Answered of={asked}>
      {(review) => {
        const { award, steps, objections, contracts } = review;
        const current = objections.filter(({ attempt }) => attempt === award?.attempt);
        const openSteps = steps.filter(({ endedAt }) => endedAt === null);
        const move = nextMove({
          lotState: lot.state,
          award,
          openSteps,
          unanswered: current.filter(({ answer }) => answer === null).length,
          person: { id: session.value?.person.id ?? '', roles: actingParty()?.roles ?? [] },
          nowMs: Date.now(),
        });
        return (
          <>
            <ReviewMove
              move={move}
              lotId={lot.id}
              attempt={award?.attempt ?? 0}
              standstillUntil={openSteps.find(({ step }) => step === 'objection')?.dueAt ?? null}
              after={after}
            />
            {award !== null && award.attempt > 1 && <p class="strong">{words.anew(award.attempt)}</p>}
            {award !== null && <Result key={award.awardId} lot={lot} review={review} />}
            {award !== null && (
              <>
                <h2>{words.objections}</h2>
                <Objections
                  lotId={lot.id}
                  of={objections}
                  suppliers={supplierNames(review)}
                  canAnswer={move === 'answer'}
                  after={after}
                />
              </>
            )}
            {contracts.length > 0 && (
              <>
                <h2>{words.contracts}</h2>
                <Contracts of={contracts} />
                {lot.mode === 'distribution' &&
                  isPublic(lot.state) &&
                  contracts
                    .filter(({ isCurrent }) => isCurrent)
                    .map(({ supplierId }) => (
                      <RequestList key={supplierId} lotId={lot.id} supplierId={supplierId} />
                    ))}
              </>
            )}
            <Steps of={steps} />
          </>
        );
      }}
    </Answered>
  );
};

/** What the organiser looks at before it proposes, answers and approves the award of a lot. */
const ReviewScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(reviewWords);
  return (
    <LotFrame lotId={lotId} at="/tinjau" title={words.title}>
      {(lot, again) => <Shown lot={lot} again={again} />}
    </LotFrame>
  );
};

export default ReviewScreen;
