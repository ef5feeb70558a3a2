import { toBuffer } from 'qrcode';
import type { Answer } from '../idempotency.js';
import type { World } from '../world.js';

/** `GET /v2/qris/{transaction id}/qr-code`: the picture, for anybody who has the address. */
export const drawQris = async (world: World, transactionId: string): Promise<Answer> => {
  const tx = world.book.transactions.find(
    (one) => one.transactionId === transactionId && one.method === 'qris',
  );
  if (tx === undefined) return { status: 404, body: { status_code: '404', status_message: 'No such QRIS.' } };
  return {
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: await toBuffer(tx.number, { margin: 2 }),
  };
};
