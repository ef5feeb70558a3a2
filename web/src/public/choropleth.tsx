import { useState } from 'preact/hooks';
import { useWords } from '../words/words.js';
import { districtOf, type CityMap } from './city-map.js';
import { shade } from './map-classes.js';
import { mapWords } from './map-words.js';

interface Values {
  readonly values: ReadonlyMap<string, number>;
  readonly tell: (value: number) => string;
}

const Legend = ({ values, tell }: Values) => {
  const words = useWords(mapWords);
  return (
    <ul class="map-legend">
      {shade([...values.values()]).ranges.map(([step, from, until]) => (
        <li key={step}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect class={`map-${step}`} width="10" height="10" rx="2" />
          </svg>
          {words.from(tell(from), tell(until))}
        </li>
      ))}
    </ul>
  );
};

/** Kelurahan in shades by their own value or their kecamatan's. Its figures stand in a table beside it, for everybody. */
export const Choropleth = ({
  map,
  values,
  tell,
  label,
}: Values & { readonly map: CityMap; readonly label: string }) => {
  const words = useWords(mapWords);
  const [touched, setTouched] = useState<string | null>(null);
  const { shadeOf } = shade([...values.values()]);
  const districts = new Map(map.districts.map(({ code, name }) => [code, name]));
  const valueOf = (code: string): number => values.get(code) ?? values.get(districtOf(code)) ?? 0;
  const toldOf = ({ code, name }: { code: string; name: string }): string => {
    const place = words.inDistrict(name, districts.get(districtOf(code)) ?? '');
    const value = valueOf(code);
    const isWhole = !values.has(code) && value > 0;
    return `${place}: ${value > 0 ? tell(value) : words.nothing}${isWhole ? `, ${words.whole}` : ''}`;
  };
  const shown = map.villages.find(({ code }) => code === touched);
  return (
    <figure class="map">
      <svg viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`} role="img" aria-label={label}>
        {map.villages.map((village) => (
          <path
            key={village.code}
            class={`map-village map-${shadeOf(valueOf(village.code))}${village.code === touched ? ' map-touched' : ''}`}
            d={village.path}
            onClick={() => {
              setTouched(village.code);
            }}
          >
            <title>{toldOf(village)}</title>
          </path>
        ))}
        {map.districts.length <= 12 &&
          map.districts.map(({ code, name, x, y }) => (
            <text key={code} class="map-name" x={x} y={y}>
              {name}
            </text>
          ))}
      </svg>
      <figcaption>
        <Legend values={values} tell={tell} />
        <p class="map-told" role="status">
          {shown === undefined ? words.touch : toldOf(shown)}
        </p>
      </figcaption>
    </figure>
  );
};
