import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { useWords } from '../words/words.js';
import type { EnteredOrder } from './entered-card.js';
import { enteredWords } from './entered-words.js';

/** The organiser types the code that the koperasi's officer reads out. */
export const CodeEntry = ({ order, after }: { readonly order: EnteredOrder; readonly after: () => void }) => {
  const words = useWords(enteredWords);
  const [code, setCode] = useState('');
  const confirming = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/entered-orders/{orderId}/code', {
          params: { path: { orderId: order.id } },
          body: { code: code.trim() },
        }),
      ),
    after,
  );
  if (!order.isCodeSent) return <p>{words.codeNotSent}</p>;
  const isWhole = code.replace(/\D/g, '').length === 8;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void confirming.send();
      }}
    >
      <p>{words.codeSent}</p>
      <Field
        label={words.code}
        hint={words.codeHint}
        problem={confirming.problemOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onChange={setCode}
      />
      {confirming.problemOf('code') === undefined && <Refusal of={confirming} />}
      <Button type="submit" isBusy={confirming.isSending} isDisabled={!isWhole}>
        {words.confirm}
      </Button>
    </form>
  );
};
