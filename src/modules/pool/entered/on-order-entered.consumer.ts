import { Injectable } from '@nestjs/common';
import { wordOrderCode, type OrderToConfirm } from '../../../core/pool/entered/word-order-code.js';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { Messenger } from '../../../platform/messenger/messenger.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { OrderEntered } from '../pool.events.js';
import { orderCode } from './order-code.js';

type OrderToSend = Omit<OrderToConfirm, 'code'> & { readonly contact: string };

/** Sends the code of an entered order to the koperasi's officer; a second sending carries the same code and id. */
@Injectable()
@Consumes('pool.on-order-entered', OrderEntered)
export class OnOrderEntered implements Consumer<{ orderId: string }> {
  constructor(
    private readonly messenger: Messenger,
    private readonly key: SecretKey,
  ) {}

  async handle(tx: Tx, { payload: { orderId } }: DeliveredEvent<{ orderId: string }>): Promise<void> {
    const order = await tx.first<OrderToSend>(
      `SELECT contact, organiser.name AS organiser_name, pool.title AS pool_title,
         (SELECT json_agg(json_build_object('quantityPacks', (line->>'quantityPacks')::int,
            'name', json_build_object('id', commodity.name_id, 'en', commodity.name_en)) ORDER BY place)
          FROM jsonb_array_elements(entered_order.lines) WITH ORDINALITY AS part (line, place)
          JOIN pool_item ON pool_item.id = (line->>'itemId')::uuid
          JOIN commodity ON commodity.code = pool_item.commodity_code) AS lines
       FROM entered_order JOIN pool ON pool.id = entered_order.pool_id
       JOIN party AS organiser ON organiser.id = entered_order.organiser_id
       JOIN person ON person.id = asked_id
       WHERE entered_order.id = $1 AND outcome IS NULL AND expires_at > clock_timestamp()
         AND contact IS NOT NULL AND disabled_at IS NULL`,
      [orderId],
    );
    if (order === undefined) return;
    const { contact, ...told } = order;
    const text = wordOrderCode({ ...told, code: orderCode(this.key, orderId) });
    await this.messenger.send({ id: orderId, to: contact, text });
  }
}
