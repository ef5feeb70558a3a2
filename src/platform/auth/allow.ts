import type { Membership, PartyKind, Role } from './principal.js';

/** Where the id of the owning party stands: in the request itself, or in a column of the row the path names. */
export type Owner = { readonly in: 'body' | 'params'; readonly field: string } | RowOwner;

export interface RowOwner {
  readonly table: string;
  readonly column: string;
  readonly param: string;
}

export interface MemberRule {
  readonly kind: PartyKind;
  /** Any of these; left out: any role. */
  readonly roles?: readonly Role[];
  /** The party that must be the caller's own; left out: any party of the kind. */
  readonly owner?: Owner;
}

/** A route that shows what is sensitive: whoever reads it of others is noted in the audit (see audit-reading). */
export interface AuditedReading {
  /** What is read: `invoice`. */
  readonly what: string;
  /** Fields of the answer's rows, or of the path, that name the parties it belongs to; none: all who oversee are noted. */
  readonly parties: readonly string[];
}

interface Noted {
  readonly auditsReading?: AuditedReading;
}

/** Who may call a route: anyone, anyone signed in, or members that meet one of the rules. */
export type Access = Noted &
  Who & {
    /** In which states of a row it may be called; left out: in any. */
    readonly during?: StateRule;
    /** The reader's method that leaves out what is not the caller's to see, as `DeliveryReader.page`. */
    readonly narrowedBy?: string;
  };

type Who =
  | { readonly who: 'anyone' }
  | ({ readonly who: 'signed-in' } & StepUp)
  | ({ readonly who: 'member'; readonly rules: readonly MemberRule[] } & StepUp);

interface StepUp {
  /** Only for who has proved a short while ago that it is still themselves. */
  readonly stepUp?: true;
}

/** In which states of the row that the path names a route may be called. */
export interface StateRule {
  readonly table: string;
  readonly param: string;
  readonly states: readonly string[];
  /**
   * Who refuses elsewhere: the guard, in the statement that asks for the owner; or the action, in the statement or
   * under the lock in which it acts, where a look before would cost a round trip and decide nothing. What was done in time and is sent
   * again the action answers as it stands.
   */
  readonly judgedBy: 'guard' | 'action';
  /** What the guard refuses with. */
  readonly refuse?: (state: string) => Error;
}

/** Every route, as `POST /api/v1/pools/:poolId/close`, and who may call it. */
export type AccessTable = Readonly<Record<string, Access>>;

export const ACCESS_TABLE = Symbol('access table');

export const anyone: Access = { who: 'anyone' };
/** For what every person may do about themselves, and for lists whose reader narrows them to the caller. */
export const signedIn: Exclude<Access, { who: 'anyone' }> = { who: 'signed-in' };
/** For members who meet at least one rule. */
export const members = (...rules: readonly MemberRule[]): Exclude<Access, { who: 'anyone' }> => ({
  who: 'member',
  rules,
});

/** What takes a step-up besides: where a lost telephone or a guessed password must not be enough. */
export const steppedUp = (access: Exclude<Access, { who: 'anyone' }>): Access => ({
  ...access,
  stepUp: true,
});

/** The route may be called in these states only; `refuse` lets the guard judge it, else the action does. */
export const during = <Kind extends Access>(
  [table, param]: readonly [table: string, param: string],
  states: readonly string[],
  access: Kind,
  refuse?: (state: string) => Error,
): Kind => ({
  ...access,
  during: { table, param, states, ...(refuse ? { judgedBy: 'guard', refuse } : { judgedBy: 'action' }) },
});

/** The reader named leaves out what is not the caller's to see. */
export const narrowed = <Kind extends Access>(narrowedBy: string, access: Kind): Kind => ({
  ...access,
  narrowedBy,
});

/** `noted('invoice', ['issuerId', 'payerId'], signedIn)`: reading it of others leaves an audit row. */
export const noted = <Kind extends Access>(what: string, parties: readonly string[], access: Kind): Kind => ({
  ...access,
  auditsReading: { what, parties },
});

/** Whether a membership has kind and role of a rule; whose party it must be, the guard asks. */
export const meets = (membership: Membership, { kind, roles }: MemberRule): boolean =>
  membership.kind === kind && (roles === undefined || roles.some((role) => membership.roles.includes(role)));

/** Those who act as administrator; a viewer of the administration only looks. */
export const ADMINISTRATOR: MemberRule = { kind: 'administrator', roles: ['officer', 'chair'] };

export const inBody = (field: string): Owner => ({ in: 'body', field });
export const inPath = (field: string): Owner => ({ in: 'params', field });
/** `ofRow('pool', 'organiser_id', 'poolId')`: the party in that column of the row whose id is the path's `poolId`. Table and column are constants of the code. */
export const ofRow = (table: string, column: string, param: string): Owner => ({ table, column, param });
