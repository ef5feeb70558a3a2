import { rupiah } from '../../core/kernel/rupiah.js';
import { accountNames, nameJournal } from '../../core/ledger/name-account.js';
import type { AccountPurpose } from '../../core/ledger/post-journal.js';
import { writeCsv } from '../../platform/file/write-csv.js';
import { writePdf } from '../../platform/file/write-pdf.js';
import { escapeHtml } from '../../platform/http/escape-html.js';
import type { Statement, StatementLine } from './make-statement.js';

/** A moment as civil date and time at UTC+7, at which the books count their days. */
const civil = (moment: Date): string =>
  new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const about = (line: StatementLine): string => [nameJournal(line), line.reference].filter(Boolean).join(' ');
const others = ({ counterparties }: StatementLine): string =>
  counterparties.map(({ name }) => name).join(', ');
const debitOf = ({ amountRp }: StatementLine): number | null => (amountRp > 0 ? amountRp : null);
const creditOf = ({ amountRp }: StatementLine): number | null => (amountRp < 0 ? -amountRp : null);
const money = (amountRp: number | null): string => (amountRp === null ? '' : rupiah(amountRp));

const standing = (day: string, about: string, purpose: AccountPurpose, balanceRp: number) => [
  ...[day, about, null, null, accountNames[purpose].id, null, null],
  ...[balanceRp, null, null],
];

/** A row per posting, amounts as whole rupiah, between what stood on each account before and what stands at the end. */
export const writeStatementCsv = ({ from, to, accounts, lines }: Statement): Buffer =>
  writeCsv([
    ['Waktu (WIB)', 'Uraian', 'Acuan', 'Pihak lain', 'Akun', 'Debit', 'Kredit', 'Saldo', 'Kunci', 'Jurnal'],
    ...accounts.map(({ purpose, openingRp }) => standing(from, 'Saldo awal', purpose, openingRp)),
    ...lines.map((line) => [
      civil(line.effectiveAt),
      nameJournal(line),
      line.reference,
      others(line),
      accountNames[line.purpose].id,
      debitOf(line),
      creditOf(line),
      line.balanceRp,
      line.businessKey,
      line.journalId,
    ]),
    ...accounts.map(({ purpose, closingRp }) => standing(to, 'Saldo akhir', purpose, closingRp)),
  ]);

const summaryColumns = ['Akun', 'Saldo awal', 'Debit', 'Kredit', 'Saldo akhir'] as const;
const lineColumns = ['Waktu (WIB)', 'Uraian', 'Akun', 'Debit', 'Kredit', 'Saldo'] as const;

const summaryRows = ({ accounts }: Statement): string[][] =>
  accounts.map((account) => [
    accountNames[account.purpose].id,
    ...[account.openingRp, account.debitRp, account.creditRp, account.closingRp].map(rupiah),
  ]);
const lineRows = ({ lines }: Statement): string[][] =>
  lines.map((line) => [
    civil(line.effectiveAt),
    [about(line), others(line)].filter(Boolean).join('\n'),
    accountNames[line.purpose].id,
    money(debitOf(line)),
    money(creditOf(line)),
    rupiah(line.balanceRp),
  ]);

export const writeStatementPdf = (statement: Statement, displayName: string): Promise<Buffer> =>
  writePdf({
    head: displayName,
    title: 'Rekening koran',
    asOf: new Date(`${statement.to}T17:00:00Z`),
    lines: [
      {
        kind: 'facts',
        facts: [
          ['Pihak', `${statement.name} (${statement.code})`],
          ['Masa', `${statement.from} s.d. ${statement.to}`],
        ],
      },
      { kind: 'space' },
      {
        kind: 'table',
        columns: summaryColumns.map((label, place) => ({ label, align: place === 0 ? 'left' : 'right' })),
        rows: summaryRows(statement),
      },
      { kind: 'heading', text: 'Mutasi' },
      {
        kind: 'table',
        columns: lineColumns.map((label, place) => ({
          label,
          align: place < 3 ? 'left' : 'right',
          width: [1.3, 2.2, 1.3, 1.2, 1.2, 1.3][place] ?? 1,
        })),
        rows: lineRows(statement),
      },
    ],
    foot: `${statement.code} ${statement.from} s.d. ${statement.to}; debit bertanda positif, kredit negatif`,
  });

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(columns, 'th')}</thead>
<tbody>${rows.map((cells) => row(cells, 'td')).join('\n')}</tbody></table>`;
};

/** The same as a page without script or style. */
export const writeStatementPage = (statement: Statement, displayName: string): string => {
  const { partyId, name, code, from, to } = statement;
  const file = (format: string): string =>
    escapeHtml(`/api/v1/parties/${partyId}/statement/file?from=${from}&to=${to}&format=${format}`);
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rekening koran ${escapeHtml(name)}</title></head>
<body><p>${escapeHtml(displayName)}</p><h1>Rekening koran (statement of account)</h1>
<p>${escapeHtml(name)} (${escapeHtml(code)}), ${from} s.d. ${to}</p>
${table(summaryColumns, summaryRows(statement))}
<h2>Mutasi (postings)</h2>
${table(lineColumns, lineRows(statement))}
<p><a href="${file('pdf')}">PDF</a> <a href="${file('csv')}">CSV</a></p></body></html>
`;
};
