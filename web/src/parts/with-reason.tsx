import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend, type Sending } from '../api/use-send.js';
import { Button } from './button.js';
import { RefusalOrProof } from './proof-of-self.js';
import { SureButton } from './sure-button.js';
import { TextArea } from './text-area.js';

/**
 * What is done only with a reason that others read. Where it cannot be taken back, `sure` asks once more, and the button
 * comes with the reason.
 */
export const WithReason = ({
  of: what,
  label,
  hint,
  field = 'reason',
  maxLength = 500,
  button,
  tone = 'main',
  sure,
  send,
  after,
  children,
}: {
  /** What is done, and with which values: pressed again after a lost answer, the same is done once. */
  readonly of: readonly unknown[];
  readonly label: string;
  readonly hint?: string;
  /** What the body calls it, by which the server says why it was not taken. */
  readonly field?: string;
  readonly maxLength?: number;
  readonly button: string;
  readonly tone?: 'main' | 'quiet' | 'danger';
  readonly sure?: string;
  readonly send: (api: Api, reason: string, header: ReturnType<typeof useOnce>) => Promise<unknown>;
  readonly after: () => void;
  /** Other fields of the same body, each with what the server said of it. */
  readonly children?: (problemOf: Sending<unknown>['problemOf']) => ComponentChildren;
}) => {
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  const header = useOnce(...what, reason);
  const sending = useSend((api) => send(api, reason, header), after);
  const shared = { isBusy: sending.isSending, onPress: () => void sending.send(), children: button };
  return (
    <>
      {children?.(sending.problemOf)}
      <TextArea
        {...{ label, hint, maxLength }}
        value={typed}
        onChange={setTyped}
        problem={sending.problemOf(field)}
      />
      <RefusalOrProof of={sending} />
      {sure === undefined ? (
        <Button {...shared} tone={tone} isDisabled={reason === ''} />
      ) : (
        reason !== '' && <SureButton {...shared} question={sure} />
      )}
    </>
  );
};
