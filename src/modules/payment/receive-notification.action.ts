import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { Gathering } from '../../platform/gathering.js';
import { newId } from '../../platform/new-id.js';
import { NotificationReceived } from './payment.events.js';

const MOST_BYTES = 16_384;

/**
 * Keeps what comes as a notification, as it came, with the event by which a worker finds out what it is: one
 * statement for those that come together, so that a thousand at once are answered before anybody looks at one.
 */
@Injectable()
export class ReceiveNotification {
  private readonly coming = new Gathering((raws: readonly Buffer[]) => this.keep(raws));

  constructor(private readonly db: Db) {}

  /** Resolves once it is kept. */
  async run(raw: Buffer): Promise<void> {
    await this.coming.ask(raw);
  }

  /** @returns the ids under which they are kept. */
  private async keep(raws: readonly Buffer[]): Promise<readonly string[]> {
    const ids = raws.map(() => newId());
    const texts = raws.map((raw) => raw.toString('utf8').replaceAll('\u0000', '\uFFFD'));
    const events = ids.map((notificationId) => NotificationReceived.of({ notificationId }));
    await this.db.across('gateway-notification').change(
      `WITH kept AS (
         INSERT INTO gateway_notification (id, body, size_bytes)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::integer[]))
       INSERT INTO outbox (type, payload) SELECT * FROM unnest($4::text[], $5::jsonb[])`,
      [
        ids,
        texts.map((text) => (Buffer.byteLength(text) > MOST_BYTES ? null : text)),
        raws.map(({ length }) => length),
        events.map(({ type }) => type),
        events.map(({ payload }) => payload),
      ],
    );
    return ids;
  }
}
