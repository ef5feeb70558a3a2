import type { ComponentType } from 'preact';
import type { PartyKind } from '../api/session.js';
import type { View } from '../api/api.js';

/** What a component of something to do is given. */
export interface AskProps {
  readonly party: View<'MembershipView'>;
  /** Says how many things wait, null where that cannot be known now; home says that nothing does when all say 0. */
  readonly onCount: (count: number | null) => void;
}

/** What an `<name>.ask.tsx` exports by default. */
export type Ask = ComponentType<AskProps>;

/** Something that may need a party today; the file is fetched only for the kinds it is of, and where something waits. */
export interface AskRow {
  readonly name: string;
  readonly kinds: readonly PartyKind[];
  /** What the server counts of it; left out where it does not: then it is always asked. */
  readonly counted?: keyof View<'WaitingView'>;
  readonly load: () => Promise<{ readonly default: Ask }>;
}
