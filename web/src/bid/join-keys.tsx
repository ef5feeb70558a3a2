import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused, useApi } from '../api/api.js';
import { Notice } from '../parts/notice.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { committeeWords } from './committee-words.js';
import type { Committee } from './ceremony-step.js';
import { joinReleased, type Begun } from './keep-ceremony.js';
import { useHolderName } from './use-committee.js';

const LOOK_MS = 2_000;

/** Waits for another holder's shares and joins the keys with them; all of it in this page, which has to stay open. */
export const JoinKeys = ({
  begun,
  holders,
  after,
}: {
  readonly begun: readonly Begun[];
  readonly holders: Committee['holders'];
  readonly after: () => void;
}) => {
  const words = useWords(committeeWords);
  const format = useFormat();
  const nameOf = useHolderName(holders);
  const api = useApi();
  const joined = useRef(new Set<string>());
  const [count, setCount] = useState(0);
  const [wrongHolderId, setWrong] = useState<string | null>(null);
  const isDone = count === begun.length;
  useEffect(() => {
    let isOver = false;
    const stay = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    const look = async (): Promise<void> => {
      for (const one of begun.filter(({ key }) => !joined.current.has(key.keyId))) {
        try {
          const joining = await joinReleased(api, one);
          if (joining === 'joined') joined.current.add(one.key.keyId);
          else if (joining !== 'waits') setWrong(joining.wrongHolderId);
        } catch (error) {
          // No signal, or another pair of holders was faster, which the list of keys shows: look again.
          if (!(error instanceof Refused)) throw error;
        }
      }
      setCount(joined.current.size);
      if (joined.current.size === begun.length) {
        window.removeEventListener('beforeunload', stay);
        after();
      } else if (!isOver) setTimeout(() => void look(), LOOK_MS);
    };
    window.addEventListener('beforeunload', stay);
    void look();
    return () => {
      isOver = true;
      window.removeEventListener('beforeunload', stay);
    };
  }, []);
  return (
    <>
      <Notice tone={isDone ? 'good' : 'info'} title={isDone ? words.done : words.waiting}>
        <p>{isDone ? words.doneText : words.waitingText}</p>
        <p role="status">{words.joined(format.number(count), format.number(begun.length))}</p>
      </Notice>
      {wrongHolderId !== null && !isDone && (
        <Notice tone="warning" title={words.wrongShare(nameOf(wrongHolderId))} />
      )}
    </>
  );
};
