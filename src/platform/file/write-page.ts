import type { PaperFact, PaperLine } from '../../core/kernel/paper.js';
import type { PdfDocument } from './write-pdf.js';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const cell = (tag: 'td' | 'th', text: string, align: string | undefined): string =>
  `<${tag}${align === 'right' ? ' class="r"' : ''}>${escape(text)}</${tag}>`;

const fact = ([label, value, isMain = false]: PaperFact): string =>
  `<dt>${escape(label)}</dt><dd>${isMain ? `<strong>${escape(value)}</strong>` : escape(value)}</dd>`;

const writeLine = (line: PaperLine): string => {
  switch (line.kind) {
    case 'heading':
      return `<h2>${escape(line.text)}</h2>`;
    case 'text':
      return `<p>${escape(line.text)}</p>`;
    case 'facts':
      return `<dl>${line.facts.map(fact).join('')}</dl>`;
    case 'table': {
      const row = (tag: 'td' | 'th', cells: readonly string[]): string =>
        `<tr>${cells.map((text, at) => cell(tag, text, line.columns[at]?.align)).join('')}</tr>`;
      const head = row(
        'th',
        line.columns.map(({ label }) => label),
      );
      return `<table><thead>${head}</thead><tbody>${line.rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
    }
    case 'space':
      return '';
  }
};

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:44rem;padding:1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.3rem}h2{font-size:1.1rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem 1rem}dt{color:#555}dd{margin:0}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
.r{text-align:right}@media print{body{max-width:none;padding:0}}`;

/** The same paper as a page to read and to print: as wide as a phone, without scripts. */
export const writePage = ({ title, lines, foot, head }: PdfDocument): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body>${head === undefined ? '' : `<p>${escape(head)}</p>`}<h1>${escape(title)}</h1>
${lines.map(writeLine).join('\n')}
<footer><p>${escape(foot)}</p></footer></body></html>
`;
