/** What is known of a lot and of who asks to see its bids. */
export interface Onlooker {
  /** The sealed bids were opened. */
  readonly isOpened: boolean;
  /** The contract is signed: the lot is contracted or further. */
  readonly isContracted: boolean;
  /** A member of the pool, its organiser, or one who oversees all. */
  readonly isInsider: boolean;
}

/**
 * Which bids of a lot somebody may see: all of them, or only their own. Before opening nobody sees another's
 * bid, not even that it exists: not the organiser, not the observer, not the administrator.
 *
 *            | outsider | insider
 *   sealed   | own      | own
 *   opened   | own      | all
 *   contract | all      | all
 */
export const decideSight = ({ isOpened, isContracted, isInsider }: Onlooker): 'all' | 'own' =>
  isOpened && (isInsider || isContracted) ? 'all' : 'own';
