import { dueKinds, type DueKind } from '../../core/payment/dues.js';
import { Flag, Id, Instant, OneOf, Rupiah, Text } from '../../platform/http/fields.js';

/** What tells dues of one kind, pool and payer apart. */
export const PAPER =
  'The number of the paper it stands on, and whose goods they are where that is somebody else.';

/** What is open of a due, as its payer and its payee read it alike. */
export class OpenDueView {
  @Id({ about: 'The due.' })
  dueId: string;
  @OneOf(dueKinds)
  kind: DueKind;
  @Id({ nullable: true })
  poolId: string | null;
  @Text({ nullable: true })
  poolTitle: string | null;
  @Text({ nullable: true, max: 300, about: PAPER })
  paper: string | null;
  @Rupiah({ about: 'What is still open of it.' })
  openRp: number;
  @Instant({ nullable: true, about: 'Null: at once.' })
  dueAt: Date | null;
  @Flag()
  isOverdue: boolean;
  @Rupiah({ min: 0, about: 'What its payer says it has transferred, and its payee has not judged yet.' })
  claimedRp: number;
}

/** The columns of it, of a row of `due`. */
export const OPEN_DUE = `due.id AS due_id, due.kind, pool_id, (SELECT title FROM pool WHERE pool.id = pool_id) AS pool_title, paper,
  amount_rp - covered_rp AS open_rp, due_at, coalesce(due_at < clock_timestamp(), false) AS is_overdue,
  (SELECT coalesce(sum(due_transfer.amount_rp), 0) FROM due_transfer
   WHERE due_id = due.id AND due_transfer.state = 'claimed')::bigint AS claimed_rp`;
