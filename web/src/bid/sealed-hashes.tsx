import type { View } from '../api/api.js';
import { Empty } from '../parts/asked.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { openedWords } from './opened-words.js';

/** Everything that was sealed for a lot, by its hash: published at once, told apart after the opening. */
export const SealedHashes = ({ of: hashes }: { readonly of: readonly View<'SealedHashView'>[] }) => {
  const words = useWords(openedWords);
  const format = useFormat();
  return (
    <>
      <h2>{words.hashes}</h2>
      <p>{words.hashesAbout}</p>
      {hashes.length === 0 ? (
        <Empty title={words.noHashes} />
      ) : (
        <Table
          caption={words.hashes}
          keyOf={({ hash }) => hash}
          rows={hashes}
          columns={[
            { name: words.at, of: ({ madeAt }) => format.dateTime(madeAt) },
            { name: words.kind, of: ({ kind }) => words[`kind_${kind}`] },
            { name: words.hashColumn, of: ({ hash }) => <span class="hash">{hash}</span> },
          ]}
        />
      )}
    </>
  );
};
