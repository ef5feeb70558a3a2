/** What is wrong with a notification about a payout; such a one leads to no question. */
export type PayoutFault = 'oversized' | 'unreadable' | 'unknown-payout' | 'unsigned' | 'forged';

const MOST_LENGTH = 100;

/** The payout that a notification names; undefined where it cannot be read. What else it says nobody believes. */
export const referenceIn = (text: string): string | undefined => {
  try {
    const body = JSON.parse(text) as { reference_no?: unknown } | null;
    const reference = body?.reference_no;
    return typeof reference === 'string' && reference !== '' && reference.length <= MOST_LENGTH
      ? reference
      : undefined;
  } catch {
    return undefined;
  }
};
