import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button, LinkButton } from '../parts/button.js';
import { DayField } from '../parts/day-field.js';
import { Field, NumberField } from '../parts/field.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useWords } from '../words/words.js';
import { DiscardDraft } from './discard-draft.js';
import { newWords } from './new-words.js';
import { HOUR_S, instantOf } from './pool-form.js';
import { writtenAt } from './pool-form-like.js';
import { reviseWords } from './revise-words.js';
import type { Pool } from './use-pool.js';

const Form = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(newWords);
  const own = useWords(reviseWords);
  const [title, setTitle] = useState(pool.title);
  const [closesAt, setCloses] = useState(writtenAt(Date.parse(pool.closesAt)));
  const [neededFrom, setFrom] = useState(pool.neededFrom);
  const [neededUntil, setUntil] = useState(pool.neededUntil);
  const [hours, setHours] = useState<number | null>(Math.round(pool.biddingPeriodS / HOUR_S));
  const header = useOnce(pool.id, pool.version, title, closesAt, neededFrom, neededUntil, hours);
  const saving = useSend(
    (api) =>
      dataOf(
        api.PATCH('/api/v1/pools/{poolId}', {
          params: { path: { poolId: pool.id }, header: { ...header, 'If-Match': `"${pool.version}"` } },
          body: {
            title: title.trim(),
            closesAt: instantOf(closesAt),
            neededFrom,
            neededUntil,
            ...(hours === null ? {} : { biddingPeriodS: hours * HOUR_S }),
          },
        }),
      ),
    after,
  );
  const { problemOf } = saving;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void saving.send();
      }}
    >
      <Field
        label={words.name}
        maxLength={120}
        value={title}
        onChange={setTitle}
        problem={problemOf('title')}
        isRequired
      />
      <DayField
        label={words.closesAt}
        hint={words.closesHint}
        isMoment
        value={closesAt}
        onChange={setCloses}
        problem={problemOf('closesAt')}
        isRequired
      />
      <DayField
        label={words.neededFrom}

        value={neededFrom}
        onChange={setFrom}
        problem={problemOf('neededFrom')}
        isRequired
      />
      <DayField
        label={words.neededUntil}

        value={neededUntil}
        onChange={setUntil}
        problem={problemOf('neededUntil')}
        isRequired
      />
      <NumberField
        label={words.bidding}
        unit={words.hours}
        value={hours}
        onChange={setHours}
        problem={problemOf('biddingPeriodS')}
      />
      <RefusalOrProof of={saving} />
      <Button type="submit" isBusy={saving.isSending}>
        {own.save}
      </Button>
    </form>
  );
};

/** How a draft is changed: its name and times here, everything in its form, or given up. */
export const ReviseDraft = ({ pool, after }: { readonly pool: Pool; readonly after: () => void }) => {
  const words = useWords(reviseWords);
  return (
    <>
      <p class="buttons">
        <LinkButton href={`/putaran/${pool.id}/rancangan`} tone="quiet">
          {words.toWhole}
        </LinkButton>
      </p>
      <details class="group">
        <summary>
          <span class="row-name">{words.title}</span>
        </summary>
        <Form key={pool.version} pool={pool} after={after} />
      </details>
      <DiscardDraft pool={pool} after={after} />
    </>
  );
};
