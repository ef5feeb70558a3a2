import type { ComponentChildren } from 'preact';
import type { View } from '../api/api.js';
import { isPublic } from '../lot/lot-state.js';
import { Answered } from '../parts/asked.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/words.js';
import { explainedWords } from './explained-words.js';
import { useExplanation } from './use-explanation.js';

/** The explanation of a lot's award to whom it may be shown; to others, when it will be. */
export const Explained = ({
  lot,
  children,
}: {
  readonly lot: View<'LotView'>;
  readonly children: (explained: View<'ExplanationView'>) => ComponentChildren;
}) => {
  const words = useWords(explainedWords);
  const explanation = useExplanation(lot.id);
  if (explanation.state === 'refused' && !isPublic(lot.state))
    return (
      <Notice tone="info" title={words.waitTitle}>
        <p>{words.waitText}</p>
      </Notice>
    );
  return <Answered of={explanation}>{children}</Answered>;
};
