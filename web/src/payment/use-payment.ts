import { useContext, useEffect, useReducer, useState } from 'preact/hooks';
import { AnswersContext } from '../api/answers.js';
import { dataOf, type View } from '../api/api.js';
import { listenTo } from '../api/stream.js';
import { useAsk } from '../api/use-ask.js';

const waiting = new Set<View<'PaymentView'>['state']>(['created', 'unknown', 'pending']);
export const isWaiting = ({ state }: Pick<View<'PaymentView'>, 'state'>): boolean => waiting.has(state);

const LOOK_EVERY_MS = 10_000;

/** A payment, told anew the moment it moves on; where the stream is broken it is asked for now and then. */
export const usePayment = (paymentId: string) => {
  const key = `payment:${paymentId}`;
  const answers = useContext(AnswersContext);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [isLive, setLive] = useState(false);
  const asked = useAsk(key, (api) =>
    dataOf(api.GET('/api/v1/payments/{paymentId}', { params: { path: { paymentId } } })),
  );
  const isOpen = asked.state === 'done' && isWaiting(asked.data);
  useEffect(() => {
    if (!isOpen) return;
    return listenTo(
      `/payments/${paymentId}/stream`,
      // Each event is the whole payment: `payment` while it waits, `closed` when it waits no more.
      ({ data }) => {
        answers.set(key, data);
        redraw(undefined);
      },
      setLive,
    );
  }, [key, isOpen]);
  useEffect(() => {
    if (!isOpen || isLive) return;
    const looking = setInterval(asked.again, LOOK_EVERY_MS);
    return () => {
      clearInterval(looking);
    };
  }, [key, isOpen, isLive]);
  return asked;
};
