import { assertWhole } from '../kernel/whole.js';
import { refuseLedger } from './refusals.js';

/**
 * What an account is for; one per party and purpose. `deposit-held` is an asset of who paid it and a liability of
 * who holds it; `gateway-clearing` is what the gateway has settled but may still take back (a transit account),
 * `gateway` what stands there for good, `suspense` money of which nobody knows yet what it is for.
 */
export const accountPurposes = [
  'receivable',
  'payable',
  'prepaid',
  'unearned',
  'purchases',
  'sales',
  'equalisation',
  'fees',
  'deposit-held',
  'deposit-applied',
  'gateway-clearing',
  'gateway',
  'gateway-fees',
  'bank',
  'freight',
  'suspense',
  'withholding',
  'tax',
  'forfeited',
] as const;
export type AccountPurpose = (typeof accountPurposes)[number];

/** One line of a journal; a positive amount is a debit, a negative one a credit. */
export interface Posting {
  readonly partyId: string;
  readonly purpose: AccountPurpose;
  readonly amountRp: number;
}

export const debit = (partyId: string, purpose: AccountPurpose, amountRp: number): Posting => ({
  partyId,
  purpose,
  amountRp,
});

export const credit = (partyId: string, purpose: AccountPurpose, amountRp: number): Posting => ({
  partyId,
  purpose,
  amountRp: 0 - amountRp,
});

const byAccount = (a: Posting, b: Posting): number => {
  const [left, right] = [`${a.partyId} ${a.purpose}`, `${b.partyId} ${b.purpose}`];
  return left === right ? a.amountRp - b.amountRp : left < right ? -1 : 1;
};

const differenceOf = (postings: readonly Posting[]): number => {
  const sum = postings.reduce((total, posting) => total + BigInt(posting.amountRp), 0n);
  return Number(sum);
};

/**
 * A journal that cannot be unbalanced: its postings in a fixed order, or a refusal. A journal between two
 * parties balances inside each party's own books as well, so that each could keep its half alone.
 *
 *   supplier receivable +100, unearned -100; koperasi prepaid +100, payable -100 -> posted
 *   supplier receivable +100; koperasi payable -100 -> PARTY_BOOKS_UNBALANCED, though it sums to zero
 */
export const postJournal = (postings: readonly Posting[]): Posting[] => {
  if (postings.length < 2) throw refuseLedger('JOURNAL_EMPTY');
  for (const { amountRp } of postings) {
    assertWhole(amountRp, 'amountRp');
    if (amountRp === 0) throw refuseLedger('POSTING_ZERO');
  }
  const differenceRp = differenceOf(postings);
  if (differenceRp !== 0) throw refuseLedger('JOURNAL_UNBALANCED', { differenceRp });
  for (const partyId of new Set(postings.map((posting) => posting.partyId))) {
    const ownRp = differenceOf(postings.filter((posting) => posting.partyId === partyId));
    if (ownRp !== 0) throw refuseLedger('PARTY_BOOKS_UNBALANCED', { partyId, differenceRp: ownRp });
  }
  return [...postings].sort(byAccount);
};

/** True when two journals, in the order `postJournal` gives, say the same. */
export const saysTheSame = (one: readonly Posting[], other: readonly Posting[]): boolean =>
  one.length === other.length &&
  one.every((posting, place) => byAccount(posting, other[place] ?? posting) === 0);

/**
 * The mirror of a journal, which takes it back: each posting with its sign turned. Together they are nothing.
 */
export const reversePostings = (postings: readonly Posting[]): Posting[] =>
  postJournal(postings.map((posting) => ({ ...posting, amountRp: 0 - posting.amountRp })));
