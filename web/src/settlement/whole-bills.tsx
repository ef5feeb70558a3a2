import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Refusal } from '../parts/refusal.js';
import { useFormat } from '../words/format.js';
import { useGoods } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { BILLING } from './bill-words.js';
import { wholeBillWords } from './whole-bill-words.js';

type WholeBill = View<'WholeBillView'>;
type Withheld = WholeBill['withheld'][number];

/** The organiser writes under which slip it withheld. */
const WriteSlip = ({
  bill,
  code,
  after,
}: {
  readonly bill: WholeBill;
  readonly code: Withheld['code'];
  readonly after: () => void;
}) => {
  const words = useWords(wholeBillWords);
  const [slipNumber, setNumber] = useState('');
  const header = useOnce(bill.id, code, slipNumber);
  const writing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/whole-bills/{wholeBillId}/slips', {
          params: { path: { wholeBillId: bill.id }, header },
          body: { code, slipNumber: slipNumber.trim() },
        }),
      ),
    after,
  );
  return (
    <>
      <Field
        label={words.slipNumber}
        value={slipNumber}
        maxLength={100}
        problem={writing.problemOf('slipNumber')}
        onChange={setNumber}
      />
      <Refusal of={writing} />
      <Button
        tone="quiet"
        isBusy={writing.isSending}
        isDisabled={slipNumber.trim() === ''}
        onPress={() => void writing.send()}
      >
        {words.write}
      </Button>
    </>
  );
};

/** Suppliers' bills of whole lots to an organiser that resells, with the tax that was withheld of each; nothing without one. */
export const WholeBills = () => {
  const words = useWords(wholeBillWords);
  const format = useFormat();
  const goods = useGoods();
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const mayWrite = party?.roles.some((role) => BILLING.includes(role)) ?? false;
  const bills = useRows(`whole-bills:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/whole-bills', { params: { query: { ...(cursor !== undefined && { cursor }) } } }),
    ),
  );
  return (
    <Answered of={bills.first}>
      {() =>
        bills.rows.length > 0 && (
          <section>
            <h2>{words.title}</h2>
            <p>{words.about}</p>
            {bills.rows.map((bill) => (
              <article key={bill.id} class="sheet">
                <header class="card-head">
                  <h3 class="plain-head">
                    {bill.supplierId === partyId
                      ? words.to(bill.organiserName)
                      : words.from(bill.supplierName)}
                  </h3>
                  <strong>{format.rupiah(bill.amountRp)}</strong>
                </header>
                <p class="small">
                  {goods(bill)} · {bill.poolTitle} · {words.dueOn(format.day(bill.dueAt))}
                </p>
                {bill.withheld.map(({ code, baseRp, rateBps, amountRp, slipNumber }) => (
                  <div key={code}>
                    <p>
                      {words[code]}:{' '}
                      {words.taken(
                        format.rupiah(baseRp),
                        format.percent(rateBps / 10_000),
                        format.rupiah(amountRp),
                      )}
                      <br />
                      {slipNumber === null ? words.noSlip : words.slip(slipNumber)}
                    </p>
                    {bill.organiserId === partyId && mayWrite && slipNumber === null && (
                      <WriteSlip bill={bill} code={code} after={bills.first.again} />
                    )}
                  </div>
                ))}
                {bill.payableRp !== null && bill.withheldRp > 0 && (
                  <p>{words.payable(format.rupiah(bill.payableRp))}</p>
                )}
              </article>
            ))}
            <MoreButton of={bills} />
          </section>
        )
      }
    </Answered>
  );
};
