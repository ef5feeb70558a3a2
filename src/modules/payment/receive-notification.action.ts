import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { newId } from '../../platform/new-id.js';
import { NotificationReceived } from './payment.events.js';

const MOST_BYTES = 16_384;

/**
 * Keeps what comes as a notification, as it came, with the event by which a worker finds out what it is: one
 * statement, so that a thousand at once are answered before anybody looks at one.
 */
@Injectable()
export class ReceiveNotification {
  constructor(private readonly db: Db) {}

  async run(raw: Buffer): Promise<void> {
    const text = raw.toString('utf8').replaceAll('\u0000', '\uFFFD');
    const isOversized = Buffer.byteLength(text) > MOST_BYTES;
    const id = newId();
    const { type, payload } = NotificationReceived.of({ notificationId: id });
    await this.db.across('gateway-notification').change(
      `WITH kept AS (INSERT INTO gateway_notification (id, body, size_bytes) VALUES ($1, $2, $3))
       INSERT INTO outbox (type, payload) VALUES ($4, $5)`,
      [id, isOversized ? null : text, raw.length, type, payload],
    );
  }
}
