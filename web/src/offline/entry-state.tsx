import { Badge } from '../parts/badge.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { isWaiting, type Entry } from './entry.js';
import { hasNoRoom } from './outbox.js';
import { adviseOn, outboxWords } from './words.js';

const tones = { saved: 'waiting', sending: 'waiting', received: 'good', refused: 'bad' } as const;

/** Where an errand is, in a few words: on the phone, on its way, with the server. */
export const EntryBadge = ({ entry }: { readonly entry: Entry }) => {
  const words = useWords(outboxWords);
  const format = useFormat();
  const text = {
    saved: hasNoRoom.value ? words.unsaved : entry.attempts === 0 ? words.saved : words.savedAgain,
    sending: words.sending,
    received: words.received(entry.receivedAt === null ? '' : format.time(entry.receivedAt)),
    refused: words.refused,
  }[entry.state];
  return <Badge tone={tones[entry.state]}>{text}</Badge>;
};

/** The same for a screen that has just sent something, told also to who reads by ear, with the server's words if it said no. */
export const EntryStatus = ({ entry }: { readonly entry: Entry }) => {
  const words = useWords(outboxWords);
  return (
    <div class="entry-status" role="status">
      <p>
        <EntryBadge entry={entry} />
      </p>
      {hasNoRoom.value && isWaiting(entry) && <p class="strong">{words.noRoom}</p>}
      {entry.problem !== null && (
        <>
          <p class="strong">{entry.problem.detail}</p>
          {entry.problem.errors.length > 0 && (
            <ul>
              {entry.problem.errors.map(({ field, message }) => (
                <li key={field + message}>{message}</li>
              ))}
            </ul>
          )}
          <p>
            {words.whatToDo}: {words[adviseOn(entry.problem.code)]}
          </p>
        </>
      )}
    </div>
  );
};
