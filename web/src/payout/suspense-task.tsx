import { useState } from 'preact/hooks';
import type { View } from '../api/api.js';
import { Button } from '../parts/button.js';
import { Field, NumberField } from '../parts/field.js';
import { FindParty } from '../parts/find-party.js';
import { Pick } from '../parts/pick.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { TwoPeople } from '../party/two-people.js';
import { moneyWords } from '../payment/words.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useResolve, type Resolution } from './resolve-task.js';
import { suspenseWords } from './suspense-words.js';

type Task = View<'SuspenseTaskView'>;

/** What may have become of a payment at the gateway. */
const OUTCOMES = ['unchanged', 'paid', 'taken-back', 'refunded'] as const;

/** What its holder says it was. */
const Decide = ({
  task,
  partyId,
  after,
}: {
  readonly task: Task;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(suspenseWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  const [chosen, setChosen] = useState<Resolution | null>(null);
  const [reason, setReason] = useState('');
  const [backRp, setBack] = useState<number | null>(null);
  const [ownerId, setOwner] = useState<string | null>(task.payerId);
  const isLine = task.source === 'bank-line';
  const isOwed = chosen?.as === 'money-back' || chosen?.as === 'credit';
  const needsOwner = isOwed && isLine;
  const saysOutcome = OUTCOMES.some((way) => way === chosen?.as) && chosen?.as !== 'unchanged';
  const needsReason = (chosen?.as === 'money-back' && !isLine) || saysOutcome;
  const needsAmount = chosen?.as === 'refunded';
  const resolving = useResolve(
    partyId,
    task,
    chosen && {
      ...chosen,
      ...(needsOwner && ownerId !== null ? { id: ownerId } : {}),
      ...(needsReason ? { reason } : {}),
      ...(needsAmount && backRp !== null ? { amountRp: backRp } : {}),
    },
    after,
  );
  const name = task.payerName ?? words.sender;
  const choices: readonly (readonly [label: string, body: Resolution, aside?: string])[] = [
    ...task.possibleDues.map(
      ({ id, kind, payerName, openRp }) =>
        [words.pays(money[kind], payerName), { as: 'due', id }, format.rupiah(openRp)] as const,
    ),
    ...task.possibleReturns.map(
      ({ payoutId, payeeName }) => [words.cameBack(payeeName), { as: 'return', id: payoutId }] as const,
    ),
    ...(task.ways.includes('credit') ? [[words.credit(name), { as: 'credit' }] as const] : []),
    ...(task.ways.includes('money-back') ? [[words.giveBack(name), { as: 'money-back' }] as const] : []),
    ...OUTCOMES.filter((way) => task.ways.includes(way)).map((way) => [words[way], { as: way }] as const),
    ...(task.ways.includes('ask-again') ? [[words.askAgain(name), { as: 'ask-again' }] as const] : []),
  ];
  return (
    <>
      <fieldset class="plain">
        <legend class="strong">{task.reason === 'unproved' ? words.happened : words.question}</legend>
        {choices.map(([label, body, aside]) => (
          <Pick
            key={body.as + (body.id ?? '')}
            group={task.id}
            isPicked={chosen?.as === body.as && chosen.id === body.id}
            onPick={() => {
              setChosen(body);
            }}
            label={label}
            {...(aside === undefined ? {} : { aside })}
          />
        ))}
      </fieldset>
      {needsOwner && task.payerId === null && (
        <FindParty label={words.who} chosen={ownerId} onChange={setOwner} />
      )}
      {needsReason && (
        <Field
          label={saysOutcome ? words.reasonOutcome : words.reason}
          value={reason}
          onChange={setReason}
          problem={resolving.problemOf('reason')}
        />
      )}
      {needsAmount && (
        <NumberField
          label={words.howMuch}
          unit="Rp"
          value={backRp}
          onChange={setBack}
          problem={resolving.problemOf('amountRp')}
        />
      )}
      {chosen?.as === 'money-back' && <p class="small">{words.twoPeople}</p>}
      {saysOutcome && <p class="small">{words.twoSayIt}</p>}
      <RefusalOrProof of={resolving} />
      <div class="buttons">
        <Button
          isBusy={resolving.isSending}
          isDisabled={chosen === null || (needsOwner && ownerId === null) || (needsAmount && backRp === null)}
          onPress={() => void resolving.send()}
        >
          {chosen === null ? words.chooseFirst : words.decide}
        </Button>
      </div>
    </>
  );
};

/** Money that nobody can explain, and what may become of it. */
export const SuspenseTask = ({
  task,
  partyId,
  after,
}: {
  readonly task: Task;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(suspenseWords);
  const format = useFormat();
  const isHolder = task.holderId === partyId;
  return (
    <article class="sheet">
      <p class="amount">
        {format.rupiah(task.amountRp)}
        <span class="amount-label">
          {task.payerName === null ? words.fromUnknown : words.from(task.payerName)} ·{' '}
          {format.dateTime(task.arisenAt)}
        </span>
      </p>
      <p>{words[task.reason]}</p>
      {task.text !== null && <p class="bank-text">{task.text}</p>}
      {!isHolder && <p class="small">{words.heldBy(task.holderName)}</p>}
      {isHolder && task.ways.length === 0 && (
        <p class="small">{words.firmFrom(format.dateTime(task.firmAt))}</p>
      )}
      {isHolder && task.outcome !== null && (
        <p class="strong">
          {words.said(words[task.outcome])}
          {task.outcomeRp !== null && ` ${format.rupiah(task.outcomeRp)}`}
        </p>
      )}
      {isHolder && task.decisionId !== null && (
        <TwoPeople decisionId={task.decisionId} partyId={partyId} after={after} />
      )}
      {isHolder && task.ways.length > 0 && task.decisionId === null && (
        <Decide {...{ task, partyId, after }} />
      )}
    </article>
  );
};
