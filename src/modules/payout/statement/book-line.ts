import type { Posting } from '../../../core/ledger/post-journal.js';
import { openRp } from '../../../core/payment/dues.js';
import { paidPostings } from '../../../core/payment/make-journals.js';
import {
  clarifiedPostings,
  gatewaySettlementPostings,
  moneyBackPostings,
} from '../../../core/payout/make-journals.js';
import type { Candidate } from '../../../core/payout/statement/match-line.js';
import { refusePayout } from '../../../core/payout/refusals.js';
import type { Tx } from '../../../platform/db/sql.js';
import { postJournal, reverseJournal } from '../../ledger/index.js';
import { confirmClaim, coverDue, DueStore, raiseDue, type LockedDue } from '../../payment/index.js';
import { returnPayout, settlePayout } from '../settle-payout.js';
import { BankStatementStore, type LockedLine, type NewLine } from './bank-statement.store.js';

const store = new BankStatementStore();
const dues = new DueStore();

/** A line with whose account it is of. */
export interface LineToBook extends NewLine {
  readonly partyId: string;
  readonly state: LockedLine['state'];
  readonly suspenseJournalId: LockedLine['suspenseJournalId'];
}

/** A statement says the day; in doubt the day counts from its first moment, in favour of who paid. */
const paidAtOf = ({ bookedOn }: NewLine): Date => new Date(`${bookedOn}T00:00:00+07:00`);

const postingsOf = (
  { state, amountRp }: LineToBook,
  { payeeId, payerId, kind }: Pick<LockedDue, 'payeeId' | 'payerId' | 'kind'>,
): Posting[] =>
  state === 'suspense'
    ? clarifiedPostings({ payerId, payeeId }, kind === 'deposit', amountRp)
    : paidPostings({ payeeId, payerId, into: 'bank', parts: [{ kind, amountRp }], suspenseRp: 0 });

/**
 * The line was the payment of a due; if its payer has claimed it, the claim is confirmed with it, so that nobody books
 * it again by their word. `shownBy` brought the statement or says so; `by` is who said so, null when the line did.
 * @throws Refusal
 */
export const bookAsDue = async (
  tx: Tx,
  line: LineToBook,
  dueId: string,
  { by, shownBy }: { readonly by: string | null; readonly shownBy: string },
): Promise<void> => {
  if (line.amountRp <= 0) throw refusePayout('BANK_LINE_WRONG_SIGN');
  const due = await dues.lock(tx, dueId);
  if (due?.payeeId !== line.partyId) throw refusePayout('PAYOUT_DUE_NOT_YOURS', {}, 'id');
  if (due.state !== 'open') throw refusePayout('PAYOUT_DUE_SETTLED', {}, 'id');
  if (line.amountRp > openRp(due))
    throw refusePayout('BANK_LINE_OTHER_AMOUNT', { lineRp: line.amountRp, wantedRp: openRp(due) }, 'id');
  const journalId = await postJournal(tx, {
    businessKey: `bank-line:${line.id}`,
    kind: 'transfer-received',
    effectiveAt: paidAtOf(line),
    postings: postingsOf(line, due),
  });
  const at = paidAtOf(line);
  const { amountRp } = line;
  const claimId = await confirmClaim(tx, { dueId, amountRp, personId: shownBy });
  const sourceId = claimId ?? line.id;
  await coverDue(tx, { dueId, kind: 'transfer', amountRp, sourceId, journalId, paidAt: at, firmAt: at });
  await store.markResolved(
    tx,
    line.id,
    claimId === undefined ? { as: 'due', id: dueId, by } : { as: 'transfer', id: claimId, by },
  );
};

/** What of a payout or a transfer a line must agree with. */
type Moved = Pick<Candidate, 'id' | 'amountRp' | 'isIncoming'>;

/** Notes that the line is of what the books hold. @throws Refusal when it does not agree, or another line is of it. */
const prove = async (
  tx: Tx,
  line: LineToBook,
  as: 'payout' | 'transfer',
  { id, amountRp, isIncoming }: Moved,
  by: string | null,
): Promise<void> => {
  if (line.amountRp > 0 !== isIncoming || line.state !== 'open') throw refusePayout('BANK_LINE_WRONG_SIGN');
  const lineRp = Math.abs(line.amountRp);
  if (amountRp !== lineRp) throw refusePayout('BANK_LINE_OTHER_AMOUNT', { lineRp, wantedRp: amountRp }, 'id');
  if (await store.isProved(tx, line.partyId, as, id)) throw refusePayout('BANK_LINE_PROVED_BEFORE', {}, 'id');
  await store.markResolved(tx, line.id, { as, id, by });
};

/** The line was a payout: of the party, which left; or to it, which came. Booked before, it is only proved. @throws Refusal */
export const bookAsPayout = async (
  tx: Tx,
  line: LineToBook,
  payout: Moved,
  by: string | null,
): Promise<void> => {
  await prove(tx, line, 'payout', payout, by);
  await settlePayout(tx, payout.id, { paidAt: paidAtOf(line), actorId: by });
};

/** Why a payout's money is there again, in both languages. */
const CAME_BACK = 'bank mengembalikan uangnya / the bank sent the money back';

/**
 * The line was a payout of the party that its bank gave back: what it paid is open again. What came back had left, though
 * nobody had said so, or somebody had said that it failed. Said before by a person, it is only proved; booked to suspense
 * before, that is taken back first. @throws Refusal
 */
export const bookAsReturn = async (
  tx: Tx,
  line: LineToBook,
  { id, amountRp }: Pick<Candidate, 'id' | 'amountRp'>,
  by: string | null,
): Promise<void> => {
  if (line.amountRp <= 0) throw refusePayout('BANK_LINE_WRONG_SIGN');
  if (amountRp !== line.amountRp)
    throw refusePayout('BANK_LINE_OTHER_AMOUNT', { lineRp: line.amountRp, wantedRp: amountRp }, 'id');
  if (await store.isProved(tx, line.partyId, 'return', id))
    throw refusePayout('BANK_LINE_PROVED_BEFORE', {}, 'id');
  if (line.state === 'suspense')
    await reverseJournal(tx, {
      ...{ businessKey: `bank-line:${line.id}`, kind: 'suspense-cleared', effectiveAt: paidAtOf(line) },
      journalId: line.suspenseJournalId ?? '',
    });
  await settlePayout(tx, id, { paidAt: paidAtOf(line), actorId: by });
  await returnPayout(tx, id, { reason: CAME_BACK, returnedAt: paidAtOf(line), actorId: by });
  await store.markResolved(tx, line.id, { as: 'return', id, by });
};

/** The line was a transfer whose payee has confirmed it, which booked it. @throws Refusal */
export const proveTransfer = (tx: Tx, line: LineToBook, transfer: Moved, by: string | null): Promise<void> =>
  prove(tx, line, 'transfer', transfer, by);

/** Money of ours came for something nobody knows yet. @throws Refusal of money that left. */
export const bookAsSuspense = async (tx: Tx, line: LineToBook): Promise<void> => {
  if (line.amountRp <= 0) throw refusePayout('BANK_LINE_WRONG_SIGN');
  const journalId = await postJournal(tx, {
    businessKey: `bank-suspense:${line.id}`,
    kind: 'suspense',
    effectiveAt: paidAtOf(line),
    postings: paidPostings({
      ...{ payeeId: line.partyId, payerId: null, into: 'bank', parts: [], suspenseRp: line.amountRp },
    }),
  });
  await store.markSuspense(tx, line.id, journalId);
};

/** The gateway paid out what it held. @throws Refusal */
export const bookAsGateway = async (
  tx: Tx,
  line: LineToBook,
  feeRp: number,
  by: string | null,
): Promise<void> => {
  if (line.amountRp <= 0 || line.state !== 'open') throw refusePayout('BANK_LINE_WRONG_SIGN');
  const balance = await tx.first<{ balanceRp: number }>(
    `SELECT coalesce(sum(amount_rp), 0)::bigint AS balance_rp FROM posting JOIN account ON account.id = account_id
     WHERE party_id = $1 AND purpose = 'gateway'`,
    [line.partyId],
  );
  const balanceRp = balance?.balanceRp ?? 0;
  if (line.amountRp + feeRp > balanceRp) throw refusePayout('GATEWAY_BALANCE_BELOW', { balanceRp }, 'feeRp');
  await postJournal(tx, {
    businessKey: `bank-line:${line.id}`,
    kind: 'gateway-settlement',
    effectiveAt: paidAtOf(line),
    postings: gatewaySettlementPostings(line.partyId, line.amountRp, feeRp),
  });
  await store.markResolved(tx, line.id, { as: 'gateway', id: null, by });
};

/**
 * What lay in suspense belongs to its sender: it is owed back, to be paid out or, as a credit, to pay its next bills.
 * @throws Refusal
 */
export const bookAsMoneyBack = async (
  tx: Tx,
  line: LineToBook,
  senderId: string,
  as: 'money-back' | 'credit',
  by: string | null,
): Promise<void> => {
  if (line.state !== 'suspense') throw refusePayout('BANK_LINE_WRONG_SIGN');
  await postJournal(tx, {
    businessKey: `bank-line:${line.id}`,
    kind: as,
    postings: moneyBackPostings(line.partyId, senderId, line.amountRp),
  });
  const dueId = await raiseDue(tx, {
    ...{ kind: as, subjectId: line.id, poolId: null, amountRp: line.amountRp, dueAt: null },
    ...{ payerId: line.partyId, payeeId: senderId },
  });
  await store.markResolved(tx, line.id, { as, id: dueId, by });
};
