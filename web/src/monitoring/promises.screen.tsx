import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useWords } from '../words/words.js';
import { promiseWords } from './promise-words.js';
import { useInvariants } from './use-watch.js';
import { watchWords } from './watch-words.js';

/** Every promise, and what breaks it. A new one that has no words yet stands by its name. */
const PromisesScreen = () => {
  const words = useWords(watchWords);
  const sentences: Readonly<Record<string, string>> = useWords(promiseWords);
  useTitle(words.promises, words.about);
  const invariants = useInvariants();
  const tell = (promise: string): string => sentences[promise] ?? promise.replaceAll('_', ' ');
  return (
    <>
      <Path name={words.path} steps={[['/pengawasan', words.title]]} />
      <h1>{words.promises}</h1>
      <Answered of={invariants}>
        {({ promises, holds, broken }) => (
          <>
            <p class="lead">
              {holds ? words.promisesHold(promises.length) : words.promisesBroken(broken.length)}.
            </p>
            {!holds && (
              <Table
                caption={words.brokenOf}
                rows={broken}
                keyOf={({ promise, subject }) => promise + subject}
                columns={[
                  { name: words.promise, of: ({ promise }) => tell(promise) },
                  { name: words.subject, of: ({ subject }) => <span class="hash">{subject}</span> },
                  { name: words.detail, of: ({ detail }) => detail },
                ]}
              />
            )}
            <ul class="plain-list promises">
              {promises.map((promise) => {
                const isKept = broken.every((one) => one.promise !== promise);
                return (
                  <li key={promise}>
                    <span>{tell(promise)}</span>
                    <Badge tone={isKept ? 'good' : 'bad'}>{isKept ? words.kept : words.broken}</Badge>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Answered>
    </>
  );
};

export default PromisesScreen;
