import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { defineWords, useWords } from '../words/words.js';

const booksWords = defineWords({
  id: {
    title: 'Periksa sendiri',
    about: 'Ujung rantai audit yang diumumkan, dan cara memeriksa bahwa tidak ada catatan yang diubah.',
    lead: 'Setiap perubahan di Sepikul meninggalkan satu baris catatan, dan setiap baris dirantai dengan semua baris sebelumnya.',
    how: 'Caranya',
    step1: 'Simpan satu ujung',
    step1Text:
      'Salin, cetak, atau kirim salah satu ujung di bawah ke orang lain. Nomor dan sidiknya sudah cukup.',
    step2: 'Tunggu selama Anda mau',
    step2Text: 'Sebulan, setahun. Yang Anda simpan tidak bisa kami ubah.',
    step3: 'Minta rantainya diperiksa',
    step3Text:
      'Pemeriksa (dinas, akuntan) menjalankan perintah di bawah. Kalau satu baris saja pernah diubah, dihapus, disisipkan, atau ditukar, pemeriksaan gagal dan menyebut baris pertama yang tersentuh.',
    latest: 'Ujung terakhir',
    number: 'Baris',
    row: (number: string) => `Baris ke-${number}`,
    heads: 'Ujung yang pernah diumumkan',
    at: 'Diumumkan',
    hash: 'Sidik SHA-256',
    none: 'Belum ada ujung yang diumumkan',
    more: 'Hitung sendiri hasil putaran',
    moreText:
      'Penetapan pemenang dan pembagian bisa dihitung ulang tanpa kami: unduh berkasnya dari halaman penetapan tiap paket.',
  },
  en: {
    title: 'Check it yourself',
    about: 'The published ends of the audit chain, and how to check that no record was changed.',
    lead: 'Every change in Sepikul leaves an audit row, and each row is chained to all before it.',
    how: 'How',
    step1: 'Keep one end',
    step1Text: 'Copy, print, or send somebody one of the ends below. Its number and hash are enough.',
    step2: 'Wait as long as you like',
    step2Text: 'A month, a year. What you kept we cannot change.',
    step3: 'Have the chain checked',
    step3Text:
      'An auditor runs the command below. If a single row was ever changed, removed, put in or swapped, the check fails and names the first that was touched.',
    latest: 'The latest end',
    number: 'Row',
    row: (number: string) => `Row ${number}`,
    heads: 'Ends as they were published',
    at: 'Published',
    hash: 'SHA-256',
    none: 'No end was published yet',
    more: 'Reckon the results of pools yourself',
    moreText:
      'Awards and shares can be reckoned anew without us: download the file from the award page of each lot.',
  },
});

/** The ends of the audit chain, and what anybody can do with one. */
const BooksScreen = () => {
  const words = useWords(booksWords);
  const format = useFormat();
  useTitle(words.title, words.about);
  const heads = useAsk('audit-heads', (api) =>
    dataOf(api.GET('/api/v1/audit/heads', { params: { query: {} } })),
  );
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.how}</h2>
      <ol class="steps">
        {([1, 2, 3] as const).map((step) => (
          <li key={step}>
            <h3>{words[`step${step}`]}</h3>
            <p>{words[`step${step}Text`]}</p>
          </li>
        ))}
      </ol>
      <Answered of={heads}>
        {({ data }) => {
          const [last] = data;
          if (last === undefined) return <Empty title={words.none} />;
          return (
            <>
              <section class="panel">
                <h2>{words.latest}</h2>
                <p class="strong">
                  {words.row(format.number(last.number))}, {format.dateTime(last.at)}
                </p>
                <p class="hash">{last.hash}</p>
                <pre class="command">
                  <code>
                    npx sepikul audit verify --head {last.number}:{last.hash}
                  </code>
                </pre>
              </section>
              <h2>{words.heads}</h2>
              <Table
                caption={words.heads}
                rows={data}
                keyOf={({ number }) => String(number)}
                columns={[
                  { name: words.number, of: ({ number }) => format.number(number), isNumber: true },
                  { name: words.at, of: ({ at }) => format.dateTime(at) },
                  { name: words.hash, of: ({ hash }) => <span class="hash">{hash}</span> },
                ]}
              />
            </>
          );
        }}
      </Answered>
      <h2>{words.more}</h2>
      <p>{words.moreText}</p>
    </>
  );
};

export default BooksScreen;
