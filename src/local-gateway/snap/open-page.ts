import { randomUUID } from 'node:crypto';
import type { Answer } from '../idempotency.js';
import { momentOf } from '../jakarta.js';
import type { World } from '../world.js';
import { isFields } from '../core-api/fields.js';
import { readAsked } from '../core-api/read-asked.js';

const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: DAY_MS };

const refuse = (status: number, ...messages: string[]): Answer => ({
  status,
  body: { error_messages: messages },
});

/** `POST /snap/v1/transactions`: a page, and no transaction until its payer picks a method. */
export const openPage = (
  world: World,
  merchant: string,
  body: unknown,
  notifyUrls: readonly string[],
): Answer => {
  if (!isFields(body)) return refuse(400, 'body is no JSON object');
  const asked = readAsked(body);
  if (Array.isArray(asked)) return refuse(400, ...asked);
  const isTaken = world.book.transactions.some(
    (tx) => tx.merchant === merchant && tx.orderId === asked.orderId,
  );
  if (isTaken) return refuse(400, 'transaction_details.order_id has already been taken');
  const expiry = isFields(body.expiry) ? body.expiry : undefined;
  const from = momentOf(expiry?.start_time) ?? world.now();
  const durationMs =
    expiry === undefined ? DAY_MS : Number(expiry.duration) * (UNIT_MS[String(expiry.unit)] ?? Number.NaN);
  if (!(durationMs > 0)) return refuse(400, 'expiry is invalid');
  const token = randomUUID();
  world.book.pages.push({ ...asked, token, merchant, expiresAt: from + durationMs, notifyUrls });
  world.changed();
  return { status: 201, body: { token, redirect_url: `${world.url()}/snap/v4/redirection/${token}` } };
};
