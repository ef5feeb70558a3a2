import { useState } from 'preact/hooks';
import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { Button, LinkButton } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { Pick } from '../parts/pick.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { bankWords } from './bank-words.js';
import { useResolve, type Resolution } from './resolve-task.js';

type Line = View<'BankLineView'>;

const resolvedWords = {
  due: 'resolvedDue',
  payout: 'resolvedPayout',
  return: 'resolvedReturn',
  transfer: 'resolvedTransfer',
  gateway: 'resolvedGateway',
  'not-ours': 'resolvedNotOurs',
  'money-back': 'resolvedBack',
  credit: 'resolvedCredit',
} as const;

/** What a person says that a movement was. */
const Resolve = ({
  partyId,
  line,
  after,
}: {
  readonly partyId: string;
  readonly line: Line;
  readonly after: () => void;
}) => {
  const words = useWords(bankWords);
  const format = useFormat();
  const [chosen, setChosen] = useState<Resolution | null>(null);
  const [feeRp, setFee] = useState<number | null>(0);
  const resolving = useResolve(
    partyId,
    line,
    chosen && { ...chosen, ...(chosen.as === 'gateway' ? { feeRp: feeRp ?? 0 } : {}) },
    after,
  );
  const choices: readonly (readonly [name: string, body: Resolution])[] = [
    ...line.suggestions.map(
      ({ kind, id, amountRp, partyName }) =>
        [words[kind](partyName, format.rupiah(amountRp)), { as: kind, id }] as const,
    ),
    ...(line.amountRp > 0 ? [[words.asGateway, { as: 'gateway' }] as const] : []),
    [words.asNotOurs, { as: 'not-ours' }] as const,
  ];
  return (
    <>
      <fieldset class="plain">
        <legend class="small">{words.maybe}</legend>
        {choices.map(([name, body]) => (
          <Pick
            key={name + (body.id ?? '')}
            group={line.id}
            isPicked={chosen?.as === body.as && chosen.id === body.id}
            onPick={() => {
              setChosen(body);
            }}
            label={name}
          />
        ))}
      </fieldset>
      {chosen?.as === 'gateway' && (
        <NumberField label={words.fee} value={feeRp} onChange={setFee} unit="Rp" />
      )}
      <RefusalOrProof of={resolving} />
      <div class="buttons">
        <Button
          tone="quiet"
          isBusy={resolving.isSending}
          isDisabled={chosen === null}
          onPress={() => void resolving.send()}
        >
          {chosen === null ? words.chooseFirst : words.decide}
        </Button>
      </div>
    </>
  );
};

/** A movement that the bank tells of, and what became of it. */
export const BankLine = ({
  partyId,
  line,
  after,
}: {
  readonly partyId: string;
  readonly line: Line;
  readonly after: () => void;
}) => {
  const words = useWords(bankWords);
  const format = useFormat();
  return (
    <article class="sheet">
      <p class="row">
        <span>{format.date(line.bookedOn)}</span>
        <strong class={`row-end${line.amountRp < 0 ? '' : ' came-in'}`}>
          {line.amountRp > 0 && '+'}
          {format.rupiah(line.amountRp)}
        </strong>
      </p>
      <p class="bank-text">{line.text}</p>
      <p>
        <Badge tone={line.state === 'resolved' ? 'good' : 'waiting'}>{words[line.state]}</Badge>{' '}
        {line.resolvedAs !== null && <span class="small">{words[resolvedWords[line.resolvedAs]]}</span>}
      </p>
      {line.state === 'open' && <Resolve {...{ partyId, line, after }} />}
      {line.state === 'suspense' && (
        <LinkButton href="/titipan" tone="quiet">
          {words.toSuspense}
        </LinkButton>
      )}
    </article>
  );
};
