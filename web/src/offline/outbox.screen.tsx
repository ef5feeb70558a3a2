import { useTitle } from '../frame/head.js';
import { Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { isWaiting, type Entry } from './entry.js';
import { EntryBadge, EntryStatus } from './entry-state.js';
import { drop, flushNow, outbox, waitingOfOthers } from './outbox.js';
import { outboxWords } from './words.js';

const EntryCard = ({ entry }: { readonly entry: Entry }) => {
  const words = useWords(outboxWords);
  const format = useFormat();
  const mayDrop = entry.state === 'refused' || (entry.state === 'saved' && entry.attempts === 0);
  return (
    <Card title={entry.title}>
      <p class="small">
        {words[entry.kind]} · {words.savedAt(format.dateTime(new Date(entry.savedAtMs)))}
      </p>
      {entry.state === 'refused' ? <EntryStatus entry={entry} /> : <EntryBadge entry={entry} />}
      {entry.state !== 'received' && (
        <div class="buttons">
          <LinkButton href={entry.href} tone="quiet">
            {words.open}
          </LinkButton>
          {mayDrop && (
            <Button tone="danger" onPress={() => void drop(entry.id)}>
              {entry.state === 'refused' ? words.drop : words.cancel}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
};

/** What was sent from this phone, and how far each has come. */
const OutboxScreen = () => {
  const words = useWords(outboxWords);
  useTitle(words.outbox);
  const entries = outbox.value;
  const groups = [
    [words.refusedOnes, entries.filter(({ state }) => state === 'refused')],
    [words.waiting, entries.filter(isWaiting)],
    [words.done, entries.filter(({ state }) => state === 'received').reverse()],
  ] as const;
  return (
    <>
      <h1>{words.outbox}</h1>
      <p class="lead">{words.about}</p>
      {entries.length === 0 && <Empty title={words.none}>{words.noneNext}</Empty>}
      {waitingOfOthers.value > 0 && <p class="small">{words.ofOthers(waitingOfOthers.value)}</p>}
      {entries.some(isWaiting) && (
        <div class="buttons">
          <Button onPress={() => void flushNow()}>{words.sendNow}</Button>
        </div>
      )}
      {groups.map(
        ([name, those]) =>
          those.length > 0 && (
            <section key={name}>
              <h2>{name}</h2>
              <div class="cards">
                {those.map((entry) => (
                  <EntryCard key={entry.id} entry={entry} />
                ))}
              </div>
            </section>
          ),
      )}
    </>
  );
};

export default OutboxScreen;
