import { Injectable } from '@nestjs/common';
import type { Sql } from './db/sql.js';

/**
 * The one clock by which anything is judged: the database's. Machines disagree about the time, the database
 * does not with itself. Core gets `now` as an argument; statements that lock a row ask for it themselves.
 */
@Injectable()
export class Clock {
  async now(sql: Sql): Promise<Date> {
    const row = await sql.first<{ now: Date }>('SELECT clock_timestamp() AS now');
    if (row === undefined) throw new Error('the database told no time');
    return row.now;
  }
}
