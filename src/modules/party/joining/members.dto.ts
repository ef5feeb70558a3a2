import { roles, type Role } from '../../../platform/auth/principal.js';
import { Flag, Id, ListOf, Text, Whole, Words } from '../../../platform/http/fields.js';
import { SomeOf } from '../../../platform/http/some-of.js';

export class MemberPersonView {
  @Id()
  personId: string;
  @Text()
  name: string;
  @Text()
  login: string;
  @Words({ about: `Some of: ${roles.join(', ')}.` })
  roles: Role[];
  @Whole({ min: 1, about: 'Of the roles: send it in If-Match when you change them.' })
  version: number;
  @Flag({ about: 'Whether they have said where one-time codes go; where that is, only they see.' })
  hasContact: boolean;
  @Flag({ about: 'Whether they can no longer sign in.' })
  isDisabled: boolean;
}

export class MemberListView {
  @ListOf(() => MemberPersonView)
  data: MemberPersonView[];
}

export class RolesRequest {
  @SomeOf(roles, { min: 0, about: 'All that this person may do from now on; none ends their membership.' })
  roles: Role[];
}
