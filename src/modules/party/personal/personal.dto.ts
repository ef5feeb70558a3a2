import { Id, Instant, ListOf, Part, Text, Words } from '../../../platform/http/fields.js';
import { MembershipView, PersonView } from '../session.dto.js';

export class EraseMeRequest {
  @Text({ max: 80, about: 'One’s own login, to confirm.' })
  login: string;
}

export class ErasedView {
  @Id()
  personId: string;
  @Instant()
  erasedAt: Date;
}

export class SessionTimesView {
  @Instant()
  createdAt: Date;
  @Instant()
  expiresAt: Date;
  @Instant({ about: 'To the minute.' })
  lastUsedAt: Date;
  @Instant({ nullable: true })
  revokedAt: Date | null;
  @Text({ nullable: true, max: 60, example: 'Chrome, Android' })
  device: string | null;
}

export class PersonTraceView {
  @Text({ about: 'Table and column in which the person’s id stands.', example: 'commitment_line.made_by' })
  place: string;
  @Words({ about: 'The keys of those rows; what they say belongs to the party for which they were written.' })
  keys: string[];
}

export class PersonExportView {
  @Instant()
  exportedAt: Date;
  @Part(() => PersonView)
  person: PersonView;
  @Instant()
  createdAt: Date;
  @Text({ nullable: true, about: 'Where one-time codes are sent.' })
  contact: string | null;
  @ListOf(() => MembershipView)
  memberships: MembershipView[];
  @ListOf(() => SessionTimesView, { max: 100_000 })
  sessions: SessionTimesView[];
  @ListOf(() => PersonTraceView)
  traces: PersonTraceView[];
}
