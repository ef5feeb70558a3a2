import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { settlementWords } from './words.js';

/** Invoices that the party gave or got. */
const InvoicesScreen = () => {
  const words = useWords(settlementWords);
  const format = useFormat();
  useTitle(words.invoices);
  const partyId = actingParty()?.partyId;
  const invoices = useRows(`invoices:${partyId ?? ''}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/invoices', {
        params: { query: { limit: 25, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  return (
    <>
      <h1>{words.invoices}</h1>
      <p class="lead">{words.invoicesAbout}</p>
      <Answered of={invoices.first}>
        {() =>
          invoices.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            <ul class="rows">
              {invoices.rows.map((invoice) => (
                <li key={invoice.id}>
                  <Link href={`/faktur/${invoice.id}`} class="row-link">
                    <span>
                      <span class="row-name">
                        {invoice.issuerId === partyId
                          ? words.to(invoice.payerName)
                          : words.from(invoice.issuerName)}
                      </span>
                      <span class="small">
                        {invoice.number} · {format.date(invoice.issuedAt)}
                      </span>
                    </span>
                    <strong class="row-end">{format.rupiah(invoice.amountRp)}</strong>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MoreButton of={invoices} />
    </>
  );
};

export default InvoicesScreen;
