import { geoArea, geoCentroid, geoMercator } from 'd3-geo';

const WIDTH = 600;
/** Corners that lie nearer to the line between their neighbours than this are left out: half a unit is not seen. */
const TOLERANCE = 0.8;

/**
 * A city's kelurahan and desa as paths on a field 600 wide, in whole units, and where its kecamatan's names stand.
 * The boundaries were simplified one by one, so that hairlines lie between them; the screen strokes over these.
 */
export function drawMap(collection) {
  const projection = geoMercator().fitWidth(WIDTH, cornersOf(collection));
  const project = (point) => projection(point).map(Math.round);
  const ys = collection.features.flatMap(({ geometry }) =>
    ringsOf(geometry)
      .flat()
      .map((point) => project(point)[1]),
  );
  return {
    width: WIDTH,
    height: Math.max(...ys),
    villages: collection.features.map(({ properties: { code, name }, geometry }) => ({
      code,
      name,
      path: ringsOf(geometry)
        .map((ring) => pathOf(ring.map(project)))
        .join(''),
    })),
    districts: districtsOf(collection.features).map(({ code, name, at }) => {
      const [x, y] = project(at);
      return { code, name, x, y };
    }),
  };
}

function ringsOf({ type, coordinates }) {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

/** All corners, whichever way their rings are wound: d3-geo takes a ring wound as RFC 7946 has it for the rest of the globe. */
function cornersOf({ features }) {
  const coordinates = features.flatMap(({ geometry }) => ringsOf(geometry).flat());
  return { type: 'MultiPoint', coordinates };
}

/** The middle of each kecamatan: of its villages' middles, the large ones counting more. */
function districtsOf(features) {
  const districts = new Map();
  for (const { properties, geometry } of features) {
    const code = properties.code.split('.').slice(0, 3).join('.');
    const [outer] = ringsOf(geometry);
    const turned = { type: 'Polygon', coordinates: [[...outer].reverse()] };
    const [area, middle] = [geoArea(turned), geoCentroid(turned)];
    const sum = districts.get(code) ?? { name: properties.district, area: 0, x: 0, y: 0 };
    sum.area += area;
    sum.x += middle[0] * area;
    sum.y += middle[1] * area;
    districts.set(code, sum);
  }
  return [...districts]
    .map(([code, { name, area, x, y }]) => ({ code, name, at: [x / area, y / area] }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** A closed ring as steps from corner to corner. */
function pathOf(ring) {
  const [first, ...corners] = simplified(distinct(ring).slice(0, -1));
  if (corners.length < 2) return '';
  let [x, y] = first;
  const steps = corners.map(([nextX, nextY]) => {
    const step = `${nextX - x}${nextY - y < 0 ? '' : ' '}${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

function distinct(ring) {
  return ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1][0] || y !== ring[at - 1][1]);
}

/** By Douglas and Peucker, between the first corner and the one farthest from it. */
function simplified(ring) {
  if (ring.length < 4) return ring;
  const far = ring.reduce(
    (best, point, at) => (apart(point, ring[0]) > apart(ring[best], ring[0]) ? at : best),
    0,
  );
  return [...kept(ring.slice(0, far + 1)).slice(0, -1), ...kept([...ring.slice(far), ring[0]]).slice(0, -1)];
}

function kept(line) {
  if (line.length < 3) return line;
  const [start, end] = [line[0], line.at(-1)];
  let worst = 0;
  for (let at = 1; at < line.length - 1; at += 1)
    if (offLine(line[at], start, end) > offLine(line[worst], start, end)) worst = at;
  if (worst === 0 || offLine(line[worst], start, end) < TOLERANCE) return [start, end];
  return [...kept(line.slice(0, worst + 1)).slice(0, -1), ...kept(line.slice(worst))];
}

function apart([x, y], [otherX, otherY]) {
  return Math.hypot(x - otherX, y - otherY);
}

function offLine([x, y], [startX, startY], [endX, endY]) {
  const length = Math.hypot(endX - startX, endY - startY);
  if (length === 0) return Math.hypot(x - startX, y - startY);
  return Math.abs((endX - startX) * (startY - y) - (startX - x) * (endY - startY)) / length;
}
