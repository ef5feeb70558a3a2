import { partyStates, type PartyState } from '../../core/party/judge-standing.js';
import { partyKinds, type PartyKind } from '../../platform/auth/principal.js';
import { Id, ListOf, Measure, OneOf, Part, Text, Words } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';

const regionCode = /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/;

export class PartiesQuery extends PageQuery {
  @OneOf(partyKinds, { optional: true })
  kind?: PartyKind;
  @Text({
    optional: true,
    max: 13,
    pattern: regionCode,
    example: '32.71.01',
    about: 'A city, district or village; what lies in it is included.',
  })
  regionCode?: string;
  @Text({ optional: true, max: 80, about: 'Part of a name or code.' })
  q?: string;
}

export class CoordinatesView {
  @Measure()
  latitude: number;
  @Measure()
  longitude: number;
}

export class PartyView {
  @Id()
  id: string;
  @OneOf(partyKinds)
  kind: PartyKind;
  @Text()
  code: string;
  @Text()
  name: string;
  @OneOf(partyStates)
  state: PartyState;
  @Text({ nullable: true, about: 'Kemendagri code.' })
  regionCode: string | null;
  @Text({ nullable: true, about: 'Name of the kecamatan.' })
  district: string | null;
  @Part(() => CoordinatesView, {
    nullable: true,
    about: 'The middle of the village where the office is unknown.',
  })
  coordinates: CoordinatesView | null;
  @Words({ about: 'What its outlet has, such as `cold-store`.' })
  capabilities: string[];
}

export class PartyPage extends PageView {
  @ListOf(() => PartyView)
  data: PartyView[];
}

export class SuspendPartyRequest {
  @Text({ min: 3, max: 500, about: 'Told to the party; name no private facts.' })
  reason: string;
}
