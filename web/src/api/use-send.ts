import { useContext, useEffect, useState } from 'preact/hooks';
import { AnswersContext } from './answers.js';
import { Refused, useApi, type Api, type Problem } from './api.js';

export interface Sending<Data> {
  readonly isSending: boolean;
  /** What the server refused; `'offline'` where it was not reached. */
  readonly refused: Problem | 'offline' | null;
  readonly sent: Data | null;
  readonly send: () => Promise<Data | undefined>;
  readonly reset: () => void;
  /** The server's words about one field of the body. */
  readonly problemOf: (field: string) => string | undefined;
}

/** Where something is written on the screen that is no value at all, there one goes instead. */
const goesToUnreadable = (): boolean => {
  const found = [...document.querySelectorAll('input')].find(
    (field) => field.validity.customError && field.getClientRects().length > 0,
  );
  found?.focus();
  return found !== undefined;
};

/**
 * One thing a person does that changes something: sent once however often the button is pressed, and the refusal
 * kept to be shown beside it. What must survive without a signal goes through `offline/` instead.
 */
export const useSend = <Data>(
  action: (api: Api) => Promise<Data>,
  after?: (data: Data) => void,
): Sending<Data> => {
  const api = useApi();
  const answers = useContext(AnswersContext);
  const [stand, setStand] = useState<Pick<Sending<Data>, 'isSending' | 'refused' | 'sent'>>({
    isSending: false,
    refused: null,
    sent: null,
  });
  const send = async (): Promise<Data | undefined> => {
    if (stand.isSending || goesToUnreadable()) return undefined;
    setStand({ isSending: true, refused: null, sent: null });
    try {
      const sent = await action(api);
      answers.noteChange();
      setStand({ isSending: false, refused: null, sent });
      after?.(sent);
      return sent;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // That the session is over the frame says, and takes them back here: then it is as if not pressed yet.
      const refused = error.code === 'NOT_SIGNED_IN' ? null : (error.problem ?? 'offline');
      setStand({ isSending: false, refused, sent: null });
      return undefined;
    }
  };
  const { refused } = stand;
  // Whose words stand beside a field: there one goes on.
  useEffect(() => {
    if (refused !== null && refused !== 'offline' && refused.errors.length > 0)
      document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [refused]);
  return {
    ...stand,
    send,
    reset: () => {
      setStand({ isSending: false, refused: null, sent: null });
    },
    problemOf: (field) =>
      refused === null || refused === 'offline'
        ? undefined
        : refused.errors.find((error) => error.field === field)?.message,
  };
};
