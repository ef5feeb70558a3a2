import type { HeadListView } from './audit.dto.js';

const INTRO = `
<p>Setiap perubahan di Sepikul meninggalkan satu baris audit, dan setiap baris dirantai dengan SHA-256 ke semua baris
sebelumnya. Daftar ini memuat ujung rantai yang pernah diumumkan; daftar ini hanya bertambah. Simpanlah satu ujung
(salin, cetak, atau kirim ke orang lain): jika satu baris sebelumnya pernah diubah, dihapus, disisipkan atau ditukar,
pemeriksaan terhadap ujung itu akan gagal dan menyebut baris pertama yang tersentuh.</p>
<p lang="en">Every change in Sepikul leaves an audit row, and each row is chained by SHA-256 to all before it. These are
the ends of the chain as they were published; the list only grows. Keep one of them: the check
<code>npx sepikul audit verify --head NUMBER:HASH</code> fails if anything before it was ever touched, and names the
first row that was.</p>`;

/** The published heads as a page without script or style: numbers, hashes and times only. */
export const writeHeadsPage = ({ data, nextBefore }: HeadListView): string => {
  const rows = data.map(
    ({ number, hash, at }) =>
      `<tr><td>${number}</td><td><code>${hash}</code></td><td><time datetime="${at.toISOString()}">${at.toISOString()}</time></td></tr>`,
  );
  const older =
    nextBefore === null ? '' : `<p><a href="/audit?before=${nextBefore}">Lebih lama (older)</a></p>`;
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rantai audit Sepikul</title></head>
<body><h1>Rantai audit (audit chain)</h1>${INTRO}
<table><thead><tr><th>Nomor (number)</th><th>Hash</th><th>Diumumkan (published)</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${older}
<p><a href="/api/v1/audit/heads">JSON</a></p></body></html>
`;
};
