import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useLooking } from '../api/use-looking.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { decisionWords } from './decision-words.js';
import { askDecisions, DecisionNotice } from './two-people.js';

/** What one person of the party proposed and another approves, those that wait first. */
const DecisionsScreen = () => {
  const words = useWords(decisionWords);
  const format = useFormat();
  useTitle(words.title);
  const partyId = actingParty()?.partyId ?? '';
  const asked = useAsk(`decisions:${partyId}`, (api) => askDecisions(api, partyId));
  useLooking(
    asked.state === 'done' && asked.data.decisions.some(({ state }) => state === 'proposed'),
    asked.again,
  );
  const payouts = useAsk(`payouts:${partyId}:newest`, (api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payouts', { params: { path: { partyId }, query: { limit: 100 } } }),
    ),
  );
  const payoutOf = (decisionId: string): string | undefined =>
    payouts.state === 'done'
      ? payouts.data.data.find((payout) => payout.decisionId === decisionId)?.id
      : undefined;
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={asked}>
        {({ decisions, people }) => {
          const rank = { proposed: 0, approved: 1, refused: 1, expired: 1 };
          const sorted = [...decisions].sort((a, b) => rank[a.state] - rank[b.state]);
          if (sorted.length === 0) return <Empty title={words.none} />;
          return sorted.map((decision) => {
            const payoutId = payoutOf(decision.id);
            return (
              <article key={decision.id} class="sheet">
                <h2 class="plain-head">
                  {words[decision.kind]}
                  {decision.aboutParty !== null && ` · ${decision.aboutParty}`}
                  {decision.amountRp !== null && ` · ${format.rupiah(decision.amountRp)}`}
                </h2>
                <p class="small">{format.dateTime(decision.proposedAt)}</p>
                <DecisionNotice {...{ decision, people, partyId }} after={asked.again} />
                {decision.aboutParty !== null && (
                  <p>
                    <LinkButton href={`/pihak/${decision.subjectId}`} tone="quiet">
                      {decision.aboutParty}
                    </LinkButton>
                  </p>
                )}
                {payoutId !== undefined && (
                  <p>
                    <LinkButton href={`/utang/${payoutId}`} tone="quiet">
                      {words.payout}
                    </LinkButton>
                  </p>
                )}
              </article>
            );
          });
        }}
      </Answered>
    </div>
  );
};

export default DecisionsScreen;
