import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { DayField } from '../parts/day-field.js';
import { Field, NumberField } from '../parts/field.js';
import { Path } from '../parts/path.js';
import { Refusal } from '../parts/refusal.js';
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { draftOf, linesOf, type LineDraft } from './bill-draft.js';
import { billWords } from './bill-words.js';

const Form = ({
  order,
  begun,
}: {
  readonly order: View<'PurchaseOrderDetailView'>;
  readonly begun: readonly LineDraft[];
}) => {
  const words = useWords(billWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const [, goTo] = useLocation();
  const [number, setNumber] = useState('');
  const [billedOn, setBilledOn] = useState(dayOf(now()));
  const [drafts, setDrafts] = useState(begun);
  const lines = linesOf(drafts);
  const sending = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/bills', {
          params: { path: { partyId: actingParty()?.partyId ?? '' } },
          body: { number: number.trim(), billedOn, lines: lines ?? [] },
        }),
      ),
    ({ id }) => {
      goTo(`/tagihan-penjual/${id}`);
    },
  );
  const put = (at: number, change: Partial<LineDraft>): void => {
    setDrafts(drafts.map((draft, place) => (place === at ? { ...draft, ...change } : draft)));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (lines !== null && number.trim() !== '') void sending.send();
      }}
    >
      <Field
        label={words.number}
        hint={words.numberHint}
        value={number}
        maxLength={60}
        problem={sending.problemOf('number')}
        onChange={setNumber}
      />
      <DayField
        label={words.billedOn}

        value={billedOn}
        problem={sending.problemOf('billedOn')}
        onChange={setBilledOn}
      />
      {drafts.map((draft, at) => {
        const line = order.lines.find(({ id }) => id === draft.orderLineId);
        if (line === undefined) return null;
        const problem = (field: string) => sending.problemOf(`lines.${String(at)}.${field}`);
        const isGoods = line.kind === 'goods';
        return (
          <fieldset key={draft.orderLineId} class="tier">
            <legend>{isGoods ? goods(line) : words.fixed(goods(line))}</legend>
            {isGoods && (
              <NumberField
                label={words.packs(packs.word(line.packCode, 2))}
                value={draft.packs}
                problem={problem('packs')}
                onChange={(value) => {
                  put(at, { packs: value });
                }}
              />
            )}
            <NumberField
              label={words.money}
              value={draft.amountRp}
              problem={problem('amountRp')}
              onChange={(value) => {
                put(at, { amountRp: value });
              }}
            />
            {line.taxCode === 'ppn' && (
              <NumberField
                label={words.tax}
                value={draft.taxRp}
                problem={problem('taxRp')}
                onChange={(value) => {
                  put(at, { taxRp: value });
                }}
              />
            )}
          </fieldset>
        );
      })}
      <p class="amount">
        <span class="amount-label">{words.sum}</span>
        {format.rupiah((lines ?? []).reduce((sum, { amountRp }) => sum + amountRp, 0))}
      </p>
      <Refusal of={sending} />
      <Button type="submit" isBusy={sending.isSending} isDisabled={lines === null || number.trim() === ''}>
        {words.send}
      </Button>
    </form>
  );
};

/** A seller's bill for one purchase order, filled in by what was ordered or received. */
const WriteBillScreen = ({ params: { orderId = '' } }: { readonly params: Params }) => {
  const words = useWords(billWords);
  useTitle(words.write);
  const asked = useAsk(`to-bill:${orderId}`, async (api) => {
    const params = { path: { orderId } };
    const [order, match] = await Promise.all([
      dataOf(api.GET('/api/v1/purchase-orders/{orderId}', { params })),
      dataOf(api.GET('/api/v1/purchase-orders/{orderId}/match', { params })),
    ]);
    return { order, begun: draftOf(order.lines, match.lines) };
  });
  const back = `/pesanan-pembelian/${orderId}`;
  const number = asked.state === 'done' ? asked.data.order.number : '…';
  return (
    <div class="narrow">
      <Path name={words.write} steps={[[back, words.ofOrder(number)]]} />
      <h1>{words.write}</h1>
      <p class="lead">{words.writeAbout}</p>
      <Answered of={asked}>
        {({ order, begun }) =>
          begun.length === 0 ? (
            <Empty title={words.nothing}>
              <LinkButton href="/tagihan-penjual">{words.bills}</LinkButton>
            </Empty>
          ) : (
            <Form key={order.id} order={order} begun={begun} />
          )
        }
      </Answered>
    </div>
  );
};

export default WriteBillScreen;
