import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { useWords } from '../words/words.js';
import { seenWords } from './seen-words.js';

const tones = { active: 'good', candidate: 'plain', suspended: 'bad' } as const;

/** How a party stands: whether it may do new business. */
export const PartyState = ({ state }: { readonly state: View<'PartyView'>['state'] }) => {
  const words = useWords(seenWords);
  return <Badge tone={tones[state]}>{words[state]}</Badge>;
};
