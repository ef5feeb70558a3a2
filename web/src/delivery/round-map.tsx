import type { View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { readMap } from '../public/city-map.js';
import { useWords } from '../words/words.js';
import { placeStops } from './place-stops.js';
import { roundWords } from './round-words.js';

/** Letters are drawn in a measure of their own, so that they are read alike on a large kecamatan and a small one. */
const SIZE = 26;

/** The kecamatan of a round with its stops, numbered as in the list. */
const RoundMap = ({
  stops,
  label,
}: {
  readonly stops: readonly View<'DropView'>[];
  readonly label: string;
}) => {
  const words = useWords(roundWords);
  const regions = stops.map(({ receiverRegion }) => receiverRegion);
  const cityCode = regions.find((region) => region !== null)?.slice(0, 5);
  const map = useAsk(cityCode === undefined ? null : `map:${cityCode}`, () => readMap(cityCode ?? ''));
  return (
    <Answered of={map}>
      {(city) => {
        const {
          villages,
          stops: places,
          frame,
        } = city === null ? placeStops(none, []) : placeStops(city, regions);
        if (places.length === 0) return <p class="small">{words.noMap}</p>;
        const unit = Math.max(frame.right - frame.left, frame.bottom - frame.top) / 300;
        const [x, y] = [frame.left - 4, frame.top - 4];
        return (
          <figure class="map round-map">
            <svg
              viewBox={`${String(x)} ${String(y)} ${String(frame.right - x + 4)} ${String(frame.bottom - y + 4)}`}
              role="img"
              aria-label={label}
            >
              {villages.map(({ code, path }) => (
                <path
                  key={code}
                  class={places.some((place) => place.code === code) ? 'map-2' : 'map-1'}
                  stroke-width={unit * 1.5}
                  d={path}
                />
              ))}
              {places.map((place) => (
                <g key={place.code}>
                  <title>{place.name}</title>
                  <circle class="round-dot" cx={place.x} cy={place.y} r={(unit * SIZE) / 2} />
                  <text
                    x={place.x}
                    y={place.y + unit * 5}
                    font-size={unit * (place.numbers.length > 1 ? 10 : 15)}
                  >
                    {place.numbers.join('·')}
                  </text>
                </g>
              ))}
            </svg>
          </figure>
        );
      }}
    </Answered>
  );
};

const none = { width: 0, height: 0, villages: [], districts: [] };

export default RoundMap;
