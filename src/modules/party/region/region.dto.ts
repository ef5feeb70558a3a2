import { ListOf, OneOf, Text } from '../../../platform/http/fields.js';

export const regionLevels = ['city', 'district', 'village'] as const;

export class RegionsQuery {
  @Text({
    max: 8,
    pattern: /^\d{2}\.\d{2}(\.\d{2})?$/,
    example: '32.71',
    about: 'Kemendagri code of a city or district; what lies in it is listed.',
  })
  within: string;
}

export class RegionView {
  @Text({ about: 'Kemendagri code.' })
  code: string;
  @Text()
  name: string;
  @OneOf(regionLevels)
  level: (typeof regionLevels)[number];
  @Text({ nullable: true, about: 'Of a village the name of its kecamatan.' })
  district: string | null;
}

export class RegionListView {
  @ListOf(() => RegionView, { about: 'By code.' })
  data: RegionView[];
}
