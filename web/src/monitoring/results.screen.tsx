import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Path } from '../parts/path.js';
import { useWords } from '../words/words.js';
import { PoolStory } from './pool-story.js';
import { resultsWords } from './results-words.js';
import { useResults } from './use-results.js';

/** What a pool brought, by itself: to be sent on. */
const ResultsScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(resultsWords);
  const results = useResults(poolId);
  const title = results.state === 'done' ? results.data.title : words.title;
  useTitle(`${words.title}: ${title}`, words.about);
  return (
    <>
      <Path
        name={words.path}
        steps={[
          ['/putaran', words.pools],
          [`/putaran/${poolId}`, words.toPool],
        ]}
      />
      <h1>
        <span class="over">{words.title}</span>
        {title}
      </h1>
      <PoolStory poolId={poolId} />
    </>
  );
};

/** The page of a pool shows the same, from the same file. */
export { PoolStory };

export default ResultsScreen;
