import { partyStates, type PartyState } from '../../core/party/judge-standing.js';
import { partyKinds, roles, type PartyKind, type Role } from '../../platform/auth/principal.js';
import { Flag, Id, Instant, ListOf, OneOf, Part, Text, Whole, Words } from '../../platform/http/fields.js';

export class OpenSessionRequest {
  @Text({ max: 80, example: 'kop-32.71.01.1001', about: 'Upper and lower case are the same.' })
  login: string;
  @Text({ max: 200 })
  password: string;
  @Text({
    optional: true,
    max: 40,
    example: '123456',
    about:
      'Six digits of the authenticator app, or a recovery code: only for people who have turned one on, who are told SECOND_FACTOR_REQUIRED without it.',
  })
  code?: string;
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
  @OneOf(partyStates)
  state: PartyState;
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

export class OwnSessionView {
  @Id()
  id: string;
  @Instant()
  createdAt: Date;
  @Instant({ about: 'To the minute.' })
  lastUsedAt: Date;
  @Instant()
  expiresAt: Date;
  @Text({
    nullable: true,
    max: 60,
    example: 'Chrome, Android',
    about: 'As the browser called itself; null where it said nothing.',
  })
  device: string | null;
  @Flag({ about: 'The session that asks.' })
  isCurrent: boolean;
}

export class OwnSessionsView {
  @ListOf(() => OwnSessionView)
  data: OwnSessionView[];
}

export class StepUpRequest {
  @Text({ optional: true, max: 200, about: 'Of who has no authenticator on.' })
  password?: string;
  @Text({
    optional: true,
    max: 40,
    about: 'Of who has an authenticator on: its six digits, or a recovery code.',
  })
  code?: string;
}

export class SteppedUpView {
  @Instant({ about: 'Until then awards, contracts, payouts and accounts may be decided in this session.' })
  until: Date;
}
