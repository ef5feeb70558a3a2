import { Injectable } from '@nestjs/common';
import type { NotePaper, NotePaperLine } from '../../core/delivery/lay-out-note.js';
import type { Sql } from '../../platform/db/sql.js';
import type { DropRow } from './delivery.reader.js';
import { joinSharedLine } from '../pool/index.js';

interface Days {
  readonly sentOn: string | null;
  readonly asOf: Date;
}

/** Answers what stands on a drop's delivery note, for whom the drop was shown to. */
@Injectable()
export class NoteReader {
  async paperOf(sql: Sql, drop: DropRow): Promise<NotePaper & Pick<Days, 'asOf'>> {
    const days = await sql.first<Days>(
      `SELECT (dispatched_at AT TIME ZONE organiser.time_zone)::date AS sent_on, coalesce(dispatched_at, now()) AS as_of
       FROM delivery_drop JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       WHERE delivery_drop.id = $1`,
      [drop.id],
    );
    if (days === undefined) throw new Error(`drop ${drop.id} is of no pool`);
    const lines = await sql.rows<NotePaperLine>(
      `SELECT commodity.name_id AS goods, party.name AS for_whom, shipped_packs AS packs, lower(pack.name_id) AS pack_name,
         pool_item.pack_size_milli, lower(unit.name_id) AS unit_name
       FROM drop_line ${joinSharedLine('line_id')} JOIN party ON party.id = beneficiary_id
       JOIN pool_item ON pool_item.id = item_id JOIN commodity ON commodity.code = pool_item.commodity_code
       JOIN pack ON pack.code = pack_code JOIN unit ON unit.code = commodity.base_unit
       WHERE drop_id = $1 ORDER BY position, line_id`,
      [drop.id],
    );
    const {
      deliveryNote: number,
      poolTitle,
      senderName,
      receiverName,
      pickupPlace,
      neededBy: neededOn,
    } = drop;
    const goesTo = [drop.receiverVillage, drop.receiverDistrict].filter((name) => name !== null).join(', ');
    return { ...days, number, poolTitle, senderName, receiverName, goesTo, pickupPlace, neededOn, lines };
  }
}
