import { dataOf } from '../api/api.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { useRows } from '../parts/more-rows.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { defineWords, useWords } from '../words/words.js';

const seenInvoiceWords = defineWords({
  id: {
    title: 'Faktur',
    about: 'Semua faktur, menurut barang yang benar-benar diterima.',
    path: 'Letak halaman ini',
    watch: 'Pengawasan',
    none: 'Belum ada tagihan',
    number: 'Nomor',
    from: 'Dari',
    to: 'Kepada',
    amount: 'Jumlah',
    credited: 'Dikurangi',
    issuedAt: 'Terbit',
    more: 'Tampilkan lebih banyak',
  },
  en: {
    title: 'Invoices',
    about: 'All invoices, by what was really received.',
    path: 'Where this page is',
    watch: 'Oversight',
    none: 'No invoices yet',
    number: 'Number',
    from: 'From',
    to: 'To',
    amount: 'Amount',
    credited: 'Credited',
    issuedAt: 'Issued',
    more: 'Show more',
  },
});

/** Every invoice, for an observer. */
const SeenInvoicesScreen = () => {
  const words = useWords(seenInvoiceWords);
  const format = useFormat();
  useTitle(words.title, words.about);
  const invoices = useRows('seen-invoices', (api, cursor) =>
    dataOf(api.GET('/api/v1/invoices', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
  return (
    <>
      <Path name={words.path} steps={[['/pengawasan', words.watch]]} />
      <h1>{words.title}</h1>
      <Answered of={invoices.first}>
        {() =>
          invoices.rows.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <>
              <Table
                caption={words.title}
                rows={invoices.rows}
                keyOf={({ id }) => id}
                columns={[
                  { name: words.number, of: ({ number }) => number },
                  { name: words.from, of: ({ issuerName }) => issuerName },
                  { name: words.to, of: ({ payerName }) => payerName },
                  { name: words.amount, of: ({ amountRp }) => format.rupiah(amountRp), isNumber: true },
                  { name: words.credited, of: ({ creditedRp }) => format.rupiah(creditedRp), isNumber: true },
                  { name: words.issuedAt, of: ({ issuedAt }) => format.dateTime(issuedAt) },
                ]}
              />
              {invoices.hasMore && (
                <Button tone="quiet" isBusy={invoices.isFetching} onPress={() => void invoices.fetchMore()}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default SeenInvoicesScreen;
