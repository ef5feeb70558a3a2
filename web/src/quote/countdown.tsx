import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words/words.js';
import { leftNow, wordsOfTime } from './time-left.js';
import { quoteWords } from './words.js';

/** Time left, ticking by the server's clock. Who reads by ear is not told every second. */
export const Countdown = ({ leftS }: { readonly leftS: number }) => {
  const words = useWords(quoteWords);
  const [left, setLeft] = useState(leftS);
  useEffect(() => {
    const heardAtMs = Date.now();
    const tick = (): void => {
      setLeft(leftNow(leftS, heardAtMs, Date.now()));
    };
    tick();
    const timer = setInterval(tick, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [leftS]);
  return (
    <p class="countdown" role="timer" aria-label={words.timeLeft}>
      {wordsOfTime(left).map(([count, part]) => (
        <span key={part}>
          <strong>{count}</strong> {words[part]}{' '}
        </span>
      ))}
      <span class="countdown-rest">{words.left}</span>
    </p>
  );
};
