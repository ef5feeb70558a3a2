import { defineWords, useWords } from '../words/words.js';
import { Button } from './button.js';
import type { useRows } from './more-rows.js';

const ownWords = defineWords({
  id: { more: 'Tampilkan lebih banyak' },
  en: { more: 'Show more' },
});

/** The next page of a list, where there is one. */
export const MoreButton = ({
  of: { hasMore, isFetching, fetchMore },
}: {
  readonly of: Pick<ReturnType<typeof useRows>, 'hasMore' | 'isFetching' | 'fetchMore'>;
}) => {
  const { more } = useWords(ownWords);
  return hasMore ? (
    <Button tone="quiet" isBusy={isFetching} onPress={() => void fetchMore()}>
      {more}
    </Button>
  ) : null;
};
