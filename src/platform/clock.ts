import { Injectable } from '@nestjs/common';

/**
 * The process's clock, injected so that tests can stand in for it. Deadlines are never judged by it:
 * those are compared with the database's clock inside the transaction.
 */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
