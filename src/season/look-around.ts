import type { CommodityAnswer, PartyAnswer } from './demand-answers.js';
import type { Api } from './call-api.js';
import type { Good, World } from './season-plan.js';

/** The season is Kota Bogor's: its 68 kelurahan, in the zone of its price decrees. */
export const CITY_CODE = '32.71';
const PRICE_ZONES = ['1', 'nasional'];

const shoppingList = [
  { role: 'rice', commodityCode: 'BERAS-MEDIUM' },
  { role: 'oil', commodityCode: 'MINYAKITA' },
  { role: 'sugar', commodityCode: 'GULA' },
] as const;

const koperasiLogin = (regionCode: string): string => `kop-${regionCode}`;

/** One demo person per party: supplier-1, supplier-2, … */
const numberedLogins = (kind: string, parties: readonly PartyAnswer[]): string[] =>
  parties.map((_, place) => `${kind}-${place + 1}`);

const findGood = async (api: Api, { role, commodityCode }: (typeof shoppingList)[number]): Promise<Good> => {
  const commodity = await api.call<CommodityAnswer>(null, 'GET', `/commodities/${commodityCode}`);
  const pack = [...commodity.packs].sort(
    (one, other) => other.sizeMilli - one.sizeMilli || (one.code < other.code ? -1 : 1),
  )[0];
  const ceiling = commodity.priceReferences.find(
    ({ level, zone }) => level === 'konsumen' && PRICE_ZONES.includes(zone),
  );
  if (pack === undefined) throw new Error(`the catalog has no pack of ${commodityCode}`);
  if (ceiling === undefined)
    throw new Error(`the catalog has no price reference of ${commodityCode} for ${CITY_CODE}`);
  return {
    role,
    commodityCode,
    packCode: pack.code,
    packSizeMilli: pack.sizeMilli,
    ceilingRpPerUnit: ceiling.maxRp,
  };
};

/** Who and what is there to plan a season with: all of it public. Each good is bought in its largest pack. */
export const lookAround = async (api: Api, today: string): Promise<World> => {
  const [koperasi, suppliers, kitchens] = await Promise.all([
    api.list<PartyAnswer>(null, `/parties?kind=koperasi&regionCode=${CITY_CODE}`),
    api.list<PartyAnswer>(null, `/parties?kind=supplier&regionCode=${CITY_CODE}`),
    api.list<PartyAnswer>(null, `/parties?kind=kitchen&regionCode=${CITY_CODE}`),
  ]);
  return {
    today,
    koperasi: koperasi
      .flatMap(({ regionCode }) => (regionCode === null ? [] : [koperasiLogin(regionCode)]))
      .sort((one, other) => (one < other ? -1 : 1)),
    suppliers: numberedLogins('supplier', suppliers),
    kitchens: numberedLogins('kitchen', kitchens),
    goods: await Promise.all(shoppingList.map((wanted) => findGood(api, wanted))),
  };
};
