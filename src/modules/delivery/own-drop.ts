import { ofRow, type MemberRule } from '../../platform/auth/allow.js';
import type { PartyKind, Role } from '../../platform/auth/principal.js';

/** The pool's side decides who sends: the view `drop_role` says it of each drop. */
const ownAs = (column: 'sender_id' | 'receiver_id', kinds: readonly PartyKind[]): readonly MemberRule[] =>
  kinds.map((kind) => ({
    kind,
    roles: ['officer', 'warehouse', 'chair'] satisfies Role[],
    owner: ofRow('drop_role', column, 'dropId'),
  }));

/** The supplier that brings, or (sell) the koperasi that brings what it sold. */
export const ownAsSender = ownAs('sender_id', ['supplier', 'koperasi']);

/** The koperasi that ordered, or (sell) whoever bought. */
export const ownAsReceiver = ownAs('receiver_id', ['koperasi', 'supplier', 'kitchen']);
