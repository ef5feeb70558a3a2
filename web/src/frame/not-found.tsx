import { LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/words.js';
import { useStatus, useTitle } from './head.js';
import { frameWords } from './words.js';

export const NotFound = () => {
  const words = useWords(frameWords);
  useTitle(words.notFound);
  useStatus(404);
  return (
    <Notice tone="info" title={words.notFound} isPage>
      <p>{words.notFoundNext}</p>
      <LinkButton href="/">{words.toStart}</LinkButton>
    </Notice>
  );
};
