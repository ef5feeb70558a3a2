import type { ComponentChildren } from 'preact';
import type { useAsk } from '../api/use-ask.js';
import { useGiven } from '../frame/head.js';
import { frameWords } from '../frame/words.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

const UNREACHED = 503;

/** What was asked for, in each of its states: on the way, refused or out of reach with a way to ask again, or there. */
export const Answered = <Data,>({
  of: asked,
  heading,
  children,
}: {
  readonly of: ReturnType<typeof useAsk<Data>>;
  /** Of a screen whose own heading comes with the answer: what stands there until then, and where none comes. */
  readonly heading?: string;
  readonly children: (data: Data) => ComponentChildren;
}) => {
  const words = useWords(frameWords);
  const format = useFormat();
  const refusedAs = asked.state === 'refused' ? (asked.problem?.status ?? UNREACHED) : null;
  useGiven(asked.state === 'loading' ? undefined : refusedAs);
  if (asked.state === 'loading')
    return (
      <>
        {heading !== undefined && <h1>{heading}</h1>}
        <div class="loading" role="status">
          <span class="loading-text">{words.loading}</span>
        </div>
      </>
    );
  if (asked.state === 'refused')
    return (
      <>
        {heading !== undefined && <h1>{heading}</h1>}
        <Notice tone="warning" title={asked.problem?.detail ?? words.unreached}>
          {asked.problem !== null && (
            <p class="small">
              {words.requestId}: <code>{asked.problem.requestId}</code>
            </p>
          )}
          <Button tone="quiet" onPress={asked.again}>
            {words.again}
          </Button>
        </Notice>
      </>
    );
  return (
    <>
      {asked.isOld && (
        <p class="old" role="status">
          {words.old(format.time(new Date(asked.atMs)))}
        </p>
      )}
      {children(asked.data)}
    </>
  );
};

/** Nothing there yet, in words, with the next step. */
export const Empty = ({
  title,
  children,
}: {
  readonly title?: string;
  readonly children?: ComponentChildren;
}) => {
  const words = useWords(frameWords);
  return (
    <div class="empty">
      <p class="empty-title">{title ?? words.empty}</p>
      {children}
    </div>
  );
};
