import { useEffect } from 'preact/hooks';
import type { Asked } from '../api/use-ask.js';
import type { AskProps } from './ask-row.js';

/**
 * Tells home how many things wait, of what was asked for; `null` for who need not ask. Where one may not look nothing
 * waits; where nobody could be asked it is not known.
 */
export const useCount = (
  asked: Asked<unknown> | null,
  waiting: number,
  onCount: AskProps['onCount'],
): void => {
  const state = asked?.state ?? 'done';
  const isUnknown = asked?.state === 'refused' && asked.problem?.status !== 403;
  useEffect(() => {
    if (state !== 'loading') onCount(isUnknown ? null : waiting);
  }, [state, isUnknown, waiting]);
};
