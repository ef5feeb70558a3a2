import { Id } from './fields.js';

/** The answer to a POST that made something: its id. */
export class Identified {
  @Id()
  id: string;
}
