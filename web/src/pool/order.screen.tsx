import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { useDraft } from '../offline/drafts.js';
import { isWaiting } from '../offline/entry.js';
import { EntryStatus } from '../offline/entry-state.js';
import { lastErrandAbout, useErrands } from '../offline/use-errand.js';
import { Answered } from '../parts/asked.js';
import { Select } from '../parts/field.js';
import { LinkButton } from '../parts/button.js';
import { Checkbox } from '../parts/checkbox.js';
import { Notice } from '../parts/notice.js';
import { useMeter, type Meter } from '../quote/use-meter.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { costOf } from './order-cost.js';
import {
  daysBetween,
  drafted,
  emptyDraft,
  errandsOf,
  rowsOf,
  type OrderRow,
  type Wish,
} from './order-form.js';
import { KitchenLines } from './kitchen-lines.js';
import { OrderRowFields } from './order-row.js';
import { OrderSum } from './order-sum.js';
import { OrderSent } from './order-sent.js';
import { useLines, usePool, type Line, type Pool } from './use-pool.js';
import { useQuote } from './use-quote.js';
import { orderWords } from './order-words.js';

interface FormProps {
  readonly pool: Pool;
  readonly lines: readonly Line[];
  readonly meter: Meter | null;
  readonly again: () => void;
}

const OrderForm = ({ pool, lines, meter, again }: FormProps) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const koperasiId = actingParty()?.partyId ?? '';
  const [draft, setDraft, forget] = useDraft(`order:${pool.id}:${koperasiId}`, emptyDraft);
  const { entries, send, reset } = useErrands();
  const rows = rowsOf(pool, lines, draft);
  const quote = useQuote(pool.id, koperasiId, rows);
  const meterOf = (row: OrderRow) => meter?.items.find(({ itemId }) => itemId === row.item.itemId);
  const costs = rows.map((row) => costOf(row, meterOf(row)?.worst));
  const change = (row: OrderRow, wish: Wish): void => {
    setDraft({ ...draft, wishes: { ...draft.wishes, [row.key]: drafted(row, wish) } });
  };
  const isDone = entries.length > 0 && entries.every(({ state }) => state === 'received');
  useEffect(() => {
    if (!isDone) return;
    // The server has it now: the form begins again from what stands there.
    forget();
    setDraft(emptyDraft);
    forget();
    again();
  }, [isDone]);
  if (entries.length > 0)
    return (
      <OrderSent
        pool={pool}
        entries={entries}
        onAgain={() => {
          reset();
          again();
        }}
      />
    );
  const waiting = lastErrandAbout(`pool:${pool.id}:${koperasiId}`);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(errandsOf(pool, koperasiId, rows, draft.acceptsMerge));
      }}
    >
      {waiting !== undefined && isWaiting(waiting) && <EntryStatus entry={waiting} />}
      <Select
        label={words.neededBy}
        value={draft.neededBy ?? pool.neededFrom}
        choices={daysBetween(pool.neededFrom, pool.neededUntil).map((day) => ({
          value: day,
          name: format.day(day),
        }))}
        onChange={(neededBy) => {
          setDraft({ ...draft, neededBy });
        }}
      />
      {rows.map((row, place) => (
        <OrderRowFields
          key={row.key}
          row={row}
          side={pool.side}
          meter={meterOf(row)}
          cost={costs[place] ?? null}
          nowRp={quote.get(row.key)?.guaranteedRpPerUnit ?? meterOf(row)?.guaranteedRpPerUnit ?? null}
          onChange={(wish) => {
            change(row, wish);
          }}
        />
      ))}
      <KitchenLines pool={pool} lines={lines} />
      {pool.rescue?.otherwise === 'merge' && (
        <Checkbox
          label={words.merge}
          hint={words.mergeHint}
          isChecked={draft.acceptsMerge === true}
          onChange={(acceptsMerge) => {
            setDraft({ ...draft, acceptsMerge });
          }}
        />
      )}
      <OrderSum pool={pool} koperasiId={koperasiId} rows={rows} costs={costs} quote={quote} />
      <p class="small">{words.draftKept}</p>
    </form>
  );
};

/** Ordering in a pool: how many of what, what it can cost at most, sent. */
const OrderScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const pool = usePool(poolId);
  const lines = useLines(poolId, actingParty()?.partyId);
  // Anybody may know it: it comes with the page.
  const { asked: meter } = useMeter(poolId, pool.state === 'done' && pool.data.state === 'open');
  useTitle(words.title);
  return (
    <div class="narrow">
      <p class="back">
        <Link href={`/putaran/${poolId}`}>{words.back}</Link>
      </p>
      <h1>{words.title}</h1>
      <Answered of={pool}>
        {(shown) =>
          shown.state === 'open' ? (
            <>
              <p class="lead">
                {words.lead(shown.title, `${format.day(shown.closesAt)}, ${format.time(shown.closesAt)}`)}
              </p>
              <Answered of={lines}>
                {(own) => (
                  <OrderForm
                    pool={shown}
                    lines={own}
                    meter={meter.state === 'done' ? meter.data : null}
                    again={lines.again}
                  />
                )}
              </Answered>
            </>
          ) : (
            <Notice tone="info" title={words.closed}>
              <p>{words.closedNext}</p>
              <LinkButton href={`/putaran/${poolId}`}>{words.whatNow}</LinkButton>
            </Notice>
          )
        }
      </Answered>
    </div>
  );
};

export default OrderScreen;
