import { isReady } from '../frame/is-ready.js';
import { frameWords } from '../frame/words.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';

/** Within what only a script can do: said to who has none, and to nobody else. */
export const NeedsScript = ({ isPage = false }: { readonly isPage?: boolean }) => {
  const { needsScript } = useWords(frameWords);
  if (isReady.value) return null;
  return (
    <noscript>
      <Notice tone="warning" title={needsScript} isPage={isPage} />
    </noscript>
  );
};
