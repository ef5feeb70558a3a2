import { useState } from 'preact/hooks';
import { dataOf, type Api, type View } from '../api/api.js';
import { actingParty, session } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useLooking } from '../api/use-looking.js';
import { useSend } from '../api/use-send.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { WithReason } from '../parts/with-reason.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { decisionWords } from './decision-words.js';

type Decision = View<'DecisionView'>;
/** Who may approve; the server judges again. */
const approvers: readonly string[] = ['treasurer', 'chair'];
const approves = (roles: readonly string[]): boolean => roles.some((role) => approvers.includes(role));

/** The party's newest decisions with the names of its people. */
export const askDecisions = async (api: Api, partyId: string) => {
  const params = { path: { partyId } };
  const [{ data: decisions }, { data: people }] = await Promise.all([
    dataOf(api.GET('/api/v1/parties/{partyId}/decisions', { params: { ...params, query: { limit: 100 } } })),
    dataOf(api.GET('/api/v1/parties/{partyId}/people', { params })),
  ]);
  return { decisions, people };
};
type Known = Awaited<ReturnType<typeof askDecisions>>;

const Judging = ({
  decision,
  partyId,
  isOwn,
  after,
}: {
  readonly decision: Decision;
  readonly partyId: string;
  readonly isOwn: boolean;
  readonly after: () => void;
}) => {
  const words = useWords(decisionWords);
  const [isRefusing, setRefusing] = useState(false);
  const path = { partyId, decisionId: decision.id };
  const approving = useSend(
    (api) =>
      dataOf(api.POST('/api/v1/parties/{partyId}/decisions/{decisionId}/approve', { params: { path } })),
    after,
  );
  const mayApprove = !isOwn && approves(actingParty()?.roles ?? []);
  const no = isOwn ? words.takeBack : words.refuse;
  return (
    <>
      {!isOwn && !mayApprove && <p>{words.onlyCashiers}</p>}
      <RefusalOrProof of={approving} />
      <div class="buttons">
        {mayApprove && (
          <Button isBusy={approving.isSending} onPress={() => void approving.send()}>
            {words.approve}
          </Button>
        )}
        {!isRefusing && (
          <Button
            tone={isOwn ? 'quiet' : 'danger'}
            onPress={() => {
              setRefusing(true);
            }}
          >
            {no}
          </Button>
        )}
      </div>
      {isRefusing && (
        <WithReason
          of={[decision.id, 'refuse']}
          label={words.refuseReason}
          button={no}
          tone="danger"
          send={(api, reason) =>
            dataOf(
              api.POST('/api/v1/parties/{partyId}/decisions/{decisionId}/refuse', {
                params: { path },
                body: { reason },
              }),
            )
          }
          after={after}
        />
      )}
    </>
  );
};

/** Who proposed, for whom it waits, and the two buttons of who may decide. */
export const DecisionNotice = ({
  decision,
  people,
  partyId,
  after,
}: {
  readonly decision: Decision;
  readonly people: Known['people'];
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(decisionWords);
  const format = useFormat();
  const nameOf = (personId: string | null): string =>
    people.find((person) => person.personId === personId)?.name ?? words.someone;
  if (decision.state === 'approved')
    return <p class="small">{words.decidedBy(nameOf(decision.proposedBy), nameOf(decision.approvedBy))}</p>;
  if (decision.state === 'expired') return <Notice tone="warning" title={words.expired} />;
  if (decision.state === 'refused')
    return (
      <Notice tone="warning" title={words.refusedBy(nameOf(decision.refusedBy))}>
        <p>{decision.refusalReason}</p>
      </Notice>
    );
  const isOwn = decision.proposedBy === session.value?.person.id;
  const others = people
    .filter(
      ({ personId, isDisabled, roles }) => personId !== decision.proposedBy && !isDisabled && approves(roles),
    )
    .map(({ name }) => name);
  return (
    <Notice tone={isOwn ? 'info' : 'warning'} title={isOwn ? words.waitsOther : words.waitsYou}>
      <p>
        {isOwn
          ? others.length === 0
            ? words.nobodyElse
            : words.askOther(others.join(', '))
          : words.proposedBy(nameOf(decision.proposedBy))}{' '}
        {words.untilWhen(format.dateTime(decision.expiresAt))}
      </p>
      {decision.reason !== null && <p>“{decision.reason}”</p>}
      {decision.rule !== null && (
        <>
          <p class="strong">
            “{decision.rule.textId}”{decision.rule.value !== null && ` (${decision.rule.value})`}
          </p>
          <p class="small">
            {words.ruleDays(format.date(decision.rule.decidedOn), format.date(decision.rule.effectiveFrom))}
            {decision.rule.minutesRef !== null && ` ${decision.rule.minutesRef}.`}
          </p>
        </>
      )}
      <Judging {...{ decision, partyId, isOwn, after }} />
    </Notice>
  );
};

/** The decision that something waits for, wherever that is shown. */
export const TwoPeople = ({
  decisionId,
  partyId,
  after,
}: {
  readonly decisionId: string;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const asked = useAsk(`decisions:${partyId}`, (api) => askDecisions(api, partyId));
  const waits =
    asked.state === 'done' &&
    asked.data.decisions.some(({ id, state }) => id === decisionId && state === 'proposed');
  useLooking(waits, asked.again);
  return (
    <Answered of={asked}>
      {({ decisions, people }) => {
        const decision = decisions.find(({ id }) => id === decisionId);
        return (
          decision !== undefined && (
            <DecisionNotice
              {...{ decision, people, partyId }}
              after={() => {
                asked.again();
                after();
              }}
            />
          )
        );
      }}
    </Answered>
  );
};
