import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Membership, PartyKind, Role } from './principal.js';

/** Where the id of the owning party stands: in the request itself, or in a column of the row the path names. */
export type Owner =
  | { readonly in: 'body' | 'params'; readonly field: string }
  | { readonly table: string; readonly column: string; readonly param: string };

export interface MemberRule {
  readonly kind: PartyKind;
  /** Any of these; left out: any role. */
  readonly roles?: readonly Role[];
  /** The party that must be the caller's own; left out: any party of the kind. */
  readonly owner?: Owner;
}

/** Who may call a route: anyone, anyone signed in, or members that meet one of the rules. */
export type Access =
  | { readonly who: 'anyone' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'member'; readonly rules: readonly MemberRule[] };

export const ACCESS = 'sepikul:access';

const allow = (access: Access): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, access), ...(access.who === 'anyone' ? [] : [ApiBearerAuth()]));

export const AllowAnyone = (): MethodDecorator => allow({ who: 'anyone' });
/** For what every person may do about themselves, and for lists whose reader narrows them to the caller. */
export const AllowSignedIn = (): MethodDecorator => allow({ who: 'signed-in' });
/** For members who meet at least one rule: `@AllowMembers({ kind: 'koperasi', roles: ['officer'], owner: inBody('koperasiId') })`. */
export const AllowMembers = (...rules: readonly MemberRule[]): MethodDecorator =>
  allow({ who: 'member', rules });

/** Whether a membership has kind and role of a rule; whose party it must be, the guard asks. */
export const meets = (membership: Membership, { kind, roles }: MemberRule): boolean =>
  membership.kind === kind && (roles === undefined || roles.some((role) => membership.roles.includes(role)));

/** Those who act as administrator; a viewer of the administration only looks. */
export const ADMINISTRATOR: MemberRule = { kind: 'administrator', roles: ['officer', 'chair'] };

export const inBody = (field: string): Owner => ({ in: 'body', field });
export const inPath = (field: string): Owner => ({ in: 'params', field });
/** `ofRow('pool', 'organiser_id', 'poolId')`: the party in that column of the row whose id is the path's `poolId`. Table and column are constants of the code. */
export const ofRow = (table: string, column: string, param: string): Owner => ({ table, column, param });
