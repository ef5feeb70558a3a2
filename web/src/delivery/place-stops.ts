import { districtOf, type CityMap } from '../public/city-map.js';

type Village = CityMap['villages'][number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Around the corners of a path that begins each of its rings with M and goes on by what lies between corners. */
export const boxOf = (path: string): Box => {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const ring of path.split('M').slice(1)) {
    let [x, y] = [0, 0];
    const steps = (ring.match(/-?\d+/g) ?? []).map(Number);
    for (let at = 0; at + 1 < steps.length; at += 2) {
      x += steps[at] ?? 0;
      y += steps[at + 1] ?? 0;
      xs.push(x);
      ys.push(y);
    }
  }
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

/** Where the stops of a round lie, by the numbers they bear in its list; several in one kelurahan share a place. */
export const placeStops = (map: CityMap, regions: readonly (string | null)[]) => {
  const numbers = new Map<string, number[]>();
  regions.forEach((region, place) => {
    if (region !== null) numbers.set(region, [...(numbers.get(region) ?? []), place + 1]);
  });
  const districts = new Set([...numbers.keys()].map(districtOf));
  const villages: readonly Village[] = map.villages.filter(({ code }) => districts.has(districtOf(code)));
  const boxes = villages.map(({ path }) => boxOf(path));
  const stops = villages.flatMap(({ code, name }, at) => {
    const [own, box] = [numbers.get(code), boxes[at]];
    if (own === undefined || box === undefined) return [];
    return [{ code, name, numbers: own, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }];
  });
  const frame: Box = {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  return { villages, stops, frame };
};
