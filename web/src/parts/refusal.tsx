import type { Sending } from '../api/use-send.js';
import { frameWords } from '../frame/words.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';

/** Why what a person did was refused, in the server's words; fields of the form say theirs beside themselves. */
export const Refusal = ({ of: { refused } }: { readonly of: Pick<Sending<unknown>, 'refused'> }) => {
  const words = useWords(frameWords);
  if (refused === null) return null;
  if (refused === 'offline') return <Notice tone="warning" title={words.unreached} />;
  return (
    <Notice tone="danger" title={refused.detail}>
      {refused.errors.length > 0 && (
        <ul>
          {refused.errors.map(({ field, message }) => (
            <li key={field + message}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
};
