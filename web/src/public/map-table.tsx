import { Table } from '../parts/table.js';
import { useWords } from '../words/words.js';
import { districtOf, type CityMap } from './city-map.js';
import { mapWords } from './map-words.js';

/** The figures of the map: by kelurahan where they may be known, else by kecamatan. */
export const MapTable = ({
  map,
  values,
  tell,
  name,
}: {
  readonly map: CityMap;
  readonly values: ReadonlyMap<string, number>;
  readonly tell: (value: number) => string;
  readonly name: string;
}) => {
  const words = useWords(mapWords);
  const districts = new Map(map.districts.map((district) => [district.code, district.name]));
  const told = (code: string): string => {
    const value = values.get(code) ?? 0;
    return value > 0 ? tell(value) : words.nothing;
  };
  const falling = <Place extends { readonly code: string }>(places: readonly Place[]): Place[] =>
    [...places].sort((one, other) => (values.get(other.code) ?? 0) - (values.get(one.code) ?? 0));
  if ([...values.keys()].some((code) => !districts.has(code)))
    return (
      <Table
        caption={name}
        rows={falling(map.villages)}
        keyOf={({ code }) => code}
        columns={[
          { name: words.village, of: (village) => village.name },
          { name: words.district, of: ({ code }) => districts.get(districtOf(code)) ?? '' },
          { name, of: ({ code }) => told(code), isNumber: true },
        ]}
      />
    );
  return (
    <Table
      caption={name}
      rows={falling(map.districts)}
      keyOf={({ code }) => code}
      columns={[
        { name: words.district, of: (district) => district.name },
        { name, of: ({ code }) => told(code), isNumber: true },
        {
          name: words.villages,
          of: ({ code }) =>
            map.villages
              .filter((village) => districtOf(village.code) === code)
              .map((village) => village.name)
              .join(', '),
          isText: true,
        },
      ]}
    />
  );
};
