import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { Facts } from '../parts/facts.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { settlementWords } from './words.js';

const Lines = ({
  of: lines,
  payerName,
}: {
  readonly of: readonly View<'InvoiceLineView'>[];
  readonly payerName: string;
}) => {
  const words = useWords(settlementWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const taxOf = ({ taxCode, baseRp, taxRp }: View<'InvoiceLineView'>): string => {
    if (taxCode === 'ppn') return words.ppn(format.rupiah(baseRp), format.rupiah(taxRp));
    return { exempt: words.exempt, none: words.noTax, check: words.check }[taxCode];
  };
  return (
    <Table
      caption={words.lines}
      rows={lines}
      keyOf={({ lineId }) => lineId}
      columns={[
        {
          name: words.goods,
          of: (line) => (
            <span>
              <strong>{goods(line)}</strong>
              {line.beneficiaryName !== payerName && (
                <>
                  <br />
                  <span class="small">{words.forWhom(line.beneficiaryName)}</span>
                </>
              )}
            </span>
          ),
        },
        { name: words.accepted, of: (line) => packs.both(line.acceptedPacks, line), isNumber: true },
        {
          name: words.price,
          of: (line) => packs.perUnit(line.priceRpPerUnit, line.baseUnit),
          isNumber: true,
        },
        { name: words.tax, of: taxOf },
        { name: words.amount, of: (line) => format.rupiah(line.amountRp), isNumber: true },
      ]}
    />
  );
};

/** One invoice as it stands, with its paper to keep. */
const InvoiceScreen = ({ params: { invoiceId = '' } }: { readonly params: Params }) => {
  const words = useWords(settlementWords);
  const format = useFormat();
  const asked = useAsk(`invoice:${invoiceId}`, (api) =>
    dataOf(api.GET('/api/v1/invoices/{invoiceId}', { params: { path: { invoiceId } } })),
  );
  const title = asked.state === 'done' ? words.invoice(asked.data.number) : words.invoiceTitle;
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <Answered of={asked}>
        {(invoice) => {
          const reasons = (
            [
              [words.quarantined, invoice.quarantinedPacks],
              [words.damaged, invoice.damagedPacks],
              [words.missing, invoice.missingPacks],
              [words.lower, invoice.lowerGradePacks],
            ] as const
          ).flatMap(([word, count]) => (count === 0 ? [] : [word(format.number(count))]));
          return (
            <>
              <p class="amount">{format.rupiah(invoice.amountRp)}</p>
              <p class="spelled">
                {words.words}: <em>{invoice.words}</em>
              </p>
              <Facts
                of={[
                  [words.issuer, invoice.issuerName],
                  [words.payer, invoice.payerName],
                  [words.pool, invoice.poolTitle],
                  [words.issued, format.dateTime(invoice.issuedAt)],
                  [words.requested, format.rupiah(invoice.requestedRp)],
                  [words.balance, format.rupiah(invoice.balanceRp)],
                  ...(invoice.creditedRp === 0
                    ? []
                    : [[words.credited, format.rupiah(invoice.creditedRp)] as const]),
                ]}
              />
              {reasons.length > 0 && <p>{words.whyCredited(reasons.join(', '))}</p>}
              <Lines of={invoice.lines} payerName={invoice.payerName} />
              <div class="buttons">
                <Download
                  name={`faktur-${invoice.number.replaceAll('/', '-')}.pdf`}
                  ask={(api) =>
                    dataOf(
                      api.GET('/api/v1/invoices/{invoiceId}/file', {
                        params: { path: { invoiceId } },
                        parseAs: 'blob',
                      }),
                    )
                  }
                >
                  {words.pdf}
                </Download>
              </div>
            </>
          );
        }}
      </Answered>
      <div class="buttons">
        <LinkButton href="/faktur" tone="quiet">
          {words.back}
        </LinkButton>
      </div>
    </>
  );
};

export default InvoiceScreen;
