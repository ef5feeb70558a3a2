import type { Book } from './book.js';
import type { Faults } from './faults.js';
import type { Postman } from './postman.js';

/** What every verb of the gateway works on. */
export interface World {
  readonly book: Book;
  readonly faults: Faults;
  readonly postman: Postman;
  /** Milliseconds since 1970 by the gateway's own clock. */
  readonly now: () => number;
  /** Its own address, without the closing slash. */
  readonly url: () => string;
  /** Where notifications go that name no address of their own; undefined: nowhere. */
  readonly notifyUrl: () => string | undefined;
  readonly payoutNotifyUrl: () => string | undefined;
  /** Call it after every change of the book. */
  readonly changed: () => void;
}
