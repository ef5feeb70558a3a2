import { toString as drawQr } from 'qrcode';
import type { ReceiptView } from './receipt.dto.js';
import type { ReceiptRow } from './receipt.reader.js';

/** What a receipt is for. */
const subjectOf = ({ lotId, poolId }: ReceiptRow): string =>
  lotId === null ? `Putaran (pool): ${poolId}` : `Paket (lot): ${lotId}`;

const textOf = (row: ReceiptRow, nonce: string | null): string =>
  [
    'Tanda terima penawaran tersegel (receipt of a sealed bid)',
    subjectOf(row),
    `Penawar (bidder): ${row.supplierId}`,
    `Revisi (revision): ${row.revision}`,
    `Sidik (hash, SHA-256): ${row.hash}`,
    ...(nonce === null ? [] : [`Nonce, simpan rahasia (keep it secret): ${nonce}`]),
    `Waktu (time): ${row.madeAt.toISOString()}`,
    ...(row.chainHash === null ? [] : [`Rantai audit (audit chain): ${row.chainNumber} ${row.chainHash}`]),
  ].join('\n');

/** As a client gets it; the nonce only where it has just been drawn or sent. */
export const showReceipt = (row: ReceiptRow, nonce: string | null): ReceiptView => {
  const { chainNumber, chainHash, ...receipt } = row;
  const chainHead =
    chainNumber === null || chainHash === null ? null : { number: chainNumber, hash: chainHash };
  return { ...receipt, nonce, chainHead, text: textOf(row, nonce) };
};

/** The text as a QR code, which a phone keeps by a photograph: an SVG image as a data URI. */
export const drawReceipt = async (text: string): Promise<string> => {
  const svg = await drawQr(text, { type: 'svg', errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};
