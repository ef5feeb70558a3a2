import type { ComponentType } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { AnswersContext, type Answers } from '../api/answers.js';
import { frameWords } from '../frame/words.js';
import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

const fetches = new Map<string, () => Promise<unknown>>();
const keyOf = (name: string): string => `later:${name}`;

/** Whether the server answers at all: to begin anew where it does not would end with nothing. */
const isReached = (): Promise<boolean> =>
  fetch('/manifest.webmanifest', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * A part of a screen that only some visits need, in a file of its own: fetched when it is first shown. On the server
 * the screen is rendered again once it is there, and the page says that the browser is to fetch it before it begins.
 */
export const later = <Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  let known: ComponentType<Props> | undefined;
  const fetchIt = async (): Promise<boolean> => {
    known ??= await load();
    return true;
  };
  fetches.set(keyOf(name), fetchIt);
  return (props: Props) => {
    const answers = useContext(AnswersContext);
    const words = useWords(frameWords);
    const [hasFailed, setFailed] = useState(false);
    const [isFetching, setFetching] = useState(known === undefined);
    if (answers.isServer && answers.get(keyOf(name)) === undefined) answers.gather(keyOf(name), fetchIt);
    useEffect(() => {
      if (!isFetching) return;
      fetchIt()
        .catch(async () => {
          // Browsers remember that a file did not come until the page begins anew.
          if (hasFailed && (await isReached())) location.reload();
          setFailed(true);
        })
        .finally(() => {
          setFetching(false);
        });
    }, [isFetching]);
    const Shown = known;
    if (Shown === undefined && hasFailed)
      return (
        <Notice tone="warning" title={words.unreached}>
          <Button
            tone="quiet"
            isBusy={isFetching}
            onPress={() => {
              setFetching(true);
            }}
          >
            {words.again}
          </Button>
        </Notice>
      );
    if (Shown === undefined)
      return (
        <div class="loading" role="status">
          <span class="loading-text">{words.loading}</span>
        </div>
      );
    return <Shown {...props} />;
  };
};

/** Fetches whatever of these the page was rendered with, so that the browser begins with the same. */
export const fetchShown = async (answers: Answers): Promise<void> => {
  await Promise.all(
    [...fetches]
      .filter(([key]) => answers.get(key) !== undefined)
      .map(([, fetchIt]) =>
        // What fails is fetched again by its part, which says so.
        fetchIt().catch(() => false),
      ),
  );
};
