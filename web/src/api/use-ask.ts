import { useContext, useEffect, useReducer, useRef } from 'preact/hooks';
import { Refused, useApi, type Api, type Problem } from './api.js';
import { AnswersContext, type Answer } from './answers.js';

/** How a question stands: no answer yet, an answer (an old one while there is no signal), or a refusal. */
export type Asked<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'done'; readonly data: Data; readonly isOld: boolean; readonly atMs: number }
  | { readonly state: 'refused'; readonly problem: Problem | null };

const standOf = <Data>(answer: Answer | undefined, isOld: boolean): Asked<Data> => {
  if (answer === undefined) return { state: 'loading' };
  if ('refusal' in answer) return { state: 'refused', problem: answer.refusal };
  return {
    state: 'done',
    data: answer.value as Data,
    isOld: isOld || answer.isKept === true,
    atMs: answer.atMs,
  };
};

/** A service worker answers for this page; first visits have none yet. */
const isWatched = (): boolean => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

/**
 * Asks the API once for whoever shows it. `key` names the question with all it depends on; null asks nothing yet. In
 * the browser what is known is shown at once and asked anew; on the server the screen is rendered again when all
 * answers are there.
 */
export const useAsk = <Data>(
  key: string | null,
  question: (api: Api) => Promise<Data>,
): Asked<Data> & { readonly again: () => void } => {
  const api = useApi();
  const answers = useContext(AnswersContext);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isOld = useRef(false);
  const ask = (): void => {
    if (key === null) return;
    answers
      .ask(key, () => question(api))
      .then(
        () => {
          isOld.current = false;
        },
        (error: unknown) => {
          isOld.current = error instanceof Refused && error.isOffline;
          if (!isOld.current) throw error;
        },
      )
      .finally(() => {
        redraw(undefined);
      });
  };
  if (answers.isServer && key !== null && answers.get(key) === undefined)
    answers.gather(key, () => question(api));
  useEffect(() => {
    if (key !== null && answers.isFresh(key, isWatched())) return;
    ask();
  }, [key]);
  const answer = key === null ? undefined : answers.get(key);
  return { ...standOf<Data>(answer, isOld.current), again: ask };
};
