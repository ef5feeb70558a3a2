import { frameWords } from '../frame/words.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';

/** The code of a screen could not be had. A build after this one has other files: the page begins anew. */
export const Failed = () => {
  const { failed, reload } = useWords(frameWords);
  return (
    <Notice tone="danger" title={failed} isPage>
      {/* Heard also where the page was never taken over, unlike other buttons. */}
      <button
        type="button"
        class="button"
        onClick={() => {
          location.reload();
        }}
      >
        {reload}
      </button>
    </Notice>
  );
};
