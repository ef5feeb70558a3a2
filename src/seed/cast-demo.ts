import type { PartyKind, Role } from '../platform/auth/principal.js';
import type { SeededParty, SeededPerson } from './add-parties.js';
import type { City, Village } from './read-region.js';
import { koperasiCode, koperasiName } from './seed-region.js';

export interface DemoCast {
  readonly parties: readonly SeededParty[];
  readonly people: readonly SeededPerson[];
}

const SUPPLIERS = [
  (city: string) => `Bulog ${city}`,
  () => 'Penggilingan Padi Sumber Makmur',
  () => 'Distributor Gula Manis Jaya',
  () => 'Distributor Minyak Goreng Lestari',
  () => 'Peternakan Telur Mekar Sari',
  () => 'Grosir Sembako Sejahtera',
];
const KITCHENS = 3;

/** Who acts for a party alone, as in a small one: proposes, receives and approves. */
const ALL_HANDS: readonly Role[] = ['officer', 'warehouse', 'chair'];

/** A place of its own for each: the first village of every district, then the second ones, and so on. */
const placesOf = (city: City): Village[] => {
  const seen = new Map<string, number>();
  const ranked = city.villages.map((village) => {
    const rank = seen.get(village.districtCode) ?? 0;
    seen.set(village.districtCode, rank + 1);
    return { village, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.village.code < b.village.code ? -1 : 1))
    .map(({ village }) => village);
};

/**
 * Those who play in a demo of a city: one organiser, six suppliers, three kitchens with their partner koperasi,
 * a carrier, the city's office and an administrator, each said to be a demo in its name; and somebody for every
 * koperasi. The names of suppliers are invented.
 */
export const castDemo = (city: City): DemoCast => {
  const short = city.name.replace(/^(Kota|Kabupaten) /, '');
  const isRegency = city.name.startsWith('Kabupaten');
  const places = placesOf(city);
  const partyAt = (kind: PartyKind, slug: string, name: string, at?: Village): SeededParty => ({
    kind,
    code: `DEMO-${city.code}-${slug}`,
    name,
    regionCode: at?.code ?? city.code,
    latitude: at?.latitude ?? null,
    longitude: at?.longitude ?? null,
    isDemo: true,
  });
  const organiser = partyAt(
    'organiser',
    'FORUM',
    `Forum ${isRegency ? 'KDKMP' : 'KKMP'} ${city.name} (demo)`,
  );
  const suppliers = SUPPLIERS.map((nameIn, place) =>
    partyAt('supplier', `SUP-${place + 1}`, `Demo: ${nameIn(short)}`, places[KITCHENS + place]),
  );
  const kitchens = places.slice(0, KITCHENS).map((village, place) => ({
    ...partyAt('kitchen', `SPPG-${place + 1}`, `Demo: SPPG ${village.name}`, village),
    partnerCode: koperasiCode(village),
  }));
  const carrier = partyAt('carrier', 'CAR-1', `Demo: Angkutan ${short}`, places[KITCHENS + SUPPLIERS.length]);
  const observer = partyAt('observer', 'DINAS', `Demo: Dinas Koperasi ${city.name}`);
  const administrator: SeededParty = {
    ...partyAt('administrator', 'ADMIN', 'Demo: Administrator'),
    code: 'DEMO-ADMIN',
    regionCode: null,
  };
  const actor = (login: string, party: SeededParty, roles: readonly Role[]): SeededPerson => ({
    login,
    name: `Demo: ${login}`,
    partyCode: party.code,
    roles,
  });
  return {
    parties: [organiser, ...suppliers, ...kitchens, carrier, observer, administrator],
    people: [
      actor('organiser-officer', organiser, ['officer']),
      actor('organiser-treasurer', organiser, ['treasurer']),
      actor('organiser-chair', organiser, ['chair']),
      ...suppliers.map((supplier, place) => actor(`supplier-${place + 1}`, supplier, ALL_HANDS)),
      ...kitchens.map((kitchen, place) => actor(`kitchen-${place + 1}`, kitchen, ALL_HANDS)),
      actor('carrier-1', carrier, ALL_HANDS),
      actor('observer', observer, ['viewer']),
      actor('admin', administrator, ['officer']),
      ...city.villages.map((village) => ({
        login: `kop-${village.code}`,
        name: `Demo: pengurus ${koperasiName(village)}`,
        partyCode: koperasiCode(village),
        roles: ALL_HANDS,
      })),
    ],
  };
};
