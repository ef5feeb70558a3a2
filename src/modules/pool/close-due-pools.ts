import { Injectable } from '@nestjs/common';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { ClosePool } from './close-pool.action.js';

/** Closes pools at their `closesAt`. */
@Injectable()
@RunsWhenDue('pool.close-due-pools')
export class CloseDuePools implements Scheduled {
  constructor(private readonly closePool: ClosePool) {}

  run(): Promise<number> {
    return this.closePool.due();
  }
}
