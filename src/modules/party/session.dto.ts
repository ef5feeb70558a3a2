import { partyKinds, roles, type PartyKind, type Role } from '../../platform/auth/principal.js';
import { Id, Instant, ListOf, OneOf, Part, Text, Whole, Words } from '../../platform/http/fields.js';

export class OpenSessionRequest {
  @Text({ max: 80, example: 'kop-32.71.01.1001', about: 'Upper and lower case are the same.' })
  login: string;
  @Text({ max: 200 })
  password: string;
}

export class PersonView {
  @Id()
  id: string;
  @Text()
  login: string;
  @Text()
  name: string;
}

export class MembershipView {
  @Id()
  partyId: string;
  @OneOf(partyKinds)
  kind: PartyKind;
  @Text()
  code: string;
  @Text()
  name: string;
  @OneOf(['active', 'suspended'])
  state: 'active' | 'suspended';
  @Words({ about: `Some of: ${roles.join(', ')}.` })
  roles: Role[];
}

export class MeView {
  @Part(() => PersonView)
  person: PersonView;
  @ListOf(() => MembershipView)
  memberships: MembershipView[];
}

export class SessionView extends MeView {
  @Text({
    about: 'Send it as `Authorization: Bearer <token>`. It is shown this once; only its hash is kept.',
  })
  token: string;
  @Instant()
  expiresAt: Date;
}

export class RevokedView {
  @Whole({ about: 'Live sessions that ended now.' })
  revoked: number;
}
