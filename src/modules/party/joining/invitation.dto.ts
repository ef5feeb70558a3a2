import { partyStates, type PartyState } from '../../../core/party/judge-standing.js';
import { partyKinds, roles, type PartyKind, type Role } from '../../../platform/auth/principal.js';
import { Flag, Id, Instant, ListOf, OneOf, Part, Text, Whole, Words } from '../../../platform/http/fields.js';
import { SomeOf } from '../../../platform/http/some-of.js';
import { PageView } from '../../../platform/http/page.js';

const regionCode = /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/;

export class NewPartyRequest {
  @OneOf(partyKinds)
  kind: PartyKind;
  @Text({ min: 3, max: 120, example: 'KKMP Bondongan Dua', about: 'Another party may bear the same name.' })
  name: string;
  @Text({
    optional: true,
    max: 13,
    pattern: regionCode,
    example: '32.71.01.1001',
    about: 'Kemendagri code; of a koperasi and a kitchen that of its village, which others may share.',
  })
  regionCode?: string;
  @Whole({ optional: true, max: 100_000_000, about: 'What its outlet can store, kg.' })
  storageKg?: number;
  @Flag({ optional: true })
  hasColdStore?: boolean;
  @Id({ optional: true, about: 'Of a kitchen: the koperasi that orders for it.' })
  partnerKoperasiId?: string;
}

export class InviteRequest {
  @Part(() => NewPartyRequest, {
    optional: true,
    about: 'A party that is not here yet. Left out: a person is invited.',
  })
  party?: NewPartyRequest;
  @Id({
    optional: true,
    about: 'The party that a person is invited to; left out: the inviting party. Not together with `party`.',
  })
  joinPartyId?: string;
  @SomeOf(roles, {
    optional: true,
    about: 'What the invited person may do. For a new party, left out: chair, officer and warehouse.',
  })
  roles?: Role[];
}

/** What is invited to, as those who invited see it. */
export class InvitationView {
  @Id()
  id: string;
  @OneOf(['open', 'accepted', 'revoked', 'expired'])
  state: 'open' | 'accepted' | 'revoked' | 'expired';
  @Id({ nullable: true, about: 'The party to join; null for a party that is not here yet.' })
  joinPartyId: string | null;
  @OneOf(partyKinds)
  kind: PartyKind;
  @Text()
  name: string;
  @Text({ nullable: true })
  regionCode: string | null;
  @Words()
  roles: Role[];
  @Instant()
  expiresAt: Date;
  @Id({ nullable: true, about: 'The party that came of it.' })
  acceptedPartyId: string | null;
}

export class IssuedInvitationView extends InvitationView {
  @Text({ about: 'Hand it to the invited person. It is shown this once; only its hash is kept.' })
  code: string;
}

export class InvitationPage extends PageView {
  @ListOf(() => InvitationView)
  data: InvitationView[];
}

const CODE = { min: 20, max: 64, pattern: /^[A-Za-z0-9_-]+$/, about: 'The code of the invitation.' };

export class InvitationCodeRequest {
  @Text(CODE)
  code: string;
}

/** What somebody who holds the code is told before they accept. */
export class OfferedInvitationView {
  @OneOf(partyKinds)
  kind: PartyKind;
  @Text()
  name: string;
  @Text({ nullable: true })
  regionCode: string | null;
  @Words()
  roles: Role[];
  @Text({ about: 'The party that invites.' })
  invitedBy: string;
  @Flag({ about: 'Whether the party comes into being by accepting.' })
  isNewParty: boolean;
  @Instant()
  expiresAt: Date;
}

export class AcceptInvitationRequest {
  @Text(CODE)
  code: string;
  @Text({ max: 80, about: 'Upper and lower case are the same.', example: 'siti.bondongan' })
  login: string;
  @Text({ min: 2, max: 120 })
  name: string;
  @Text({ max: 400, about: 'At least ten characters; a short sentence is easiest to remember.' })
  password: string;
  @Text({
    optional: true,
    min: 3,
    max: 200,
    about: 'Where one-time codes are sent: a telephone number or an e-mail address.',
  })
  contact?: string;
}

export class JoinedView {
  @Id()
  personId: string;
  @Id()
  partyId: string;
  @OneOf(partyStates, {
    about: 'A supplier is a candidate until its documents are accepted.',
  })
  partyState: PartyState;
}
