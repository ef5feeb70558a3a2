import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { seedCatalog } from '../../seed/seed-catalog.js';
import { CatalogReader } from './catalog.reader.js';
import { CommodityReader } from './commodity.reader.js';
import { PriceReferenceReader } from './price-reference.reader.js';
import { PriceReferenceStore } from './price-reference.store.js';
import { RecordPriceReference } from './record-price-reference.action.js';

const administrator = { personId: '01900000-0000-7000-8000-000000000001', memberships: [] };
const decree = {
  ...{
    code: 'HET-MEDIUM',
    commodity: 'Beras medium',
    kind: 'HET',
    level: 'konsumen',
    zone: '1',
    maxRp: 14_000,
  },
  ...{ unitCode: 'KGM', validFrom: '2026-12-01', source: 'a decree of the day' },
};

describe('the catalog', () => {
  let database: TestDatabase;
  let record: RecordPriceReference;
  const prices = new PriceReferenceReader();
  const commodities = new CommodityReader(prices);
  const catalog = new CatalogReader();
  const ceilingOf = async (priceRef: string, zone: string, onDate: string) =>
    (await catalog.ceilingsFor(database.db, [priceRef], zone, onDate)).get(priceRef);

  beforeAll(async () => {
    database = await freshDatabase();
    await database.db.transaction(seedCatalog);
    record = new RecordPriceReference(database.db, prices, new PriceReferenceStore());
  });

  afterAll(() => database.close());

  describe('recording a reference price', () => {
    it('adds it with a trace, from its day on and not before', async () => {
      const price = await record.run(administrator, decree);
      expect(price).toMatchObject({ ...decree, minRp: null });
      const ceiling = (onDate: string) => ceilingOf('HET-MEDIUM', '1', onDate);
      expect(await ceiling('2026-11-30')).toMatchObject({ maxRp: 13_500, validFrom: '2025-08-22' });
      expect(await ceiling('2026-12-01')).toMatchObject({ maxRp: 14_000, validFrom: '2026-12-01' });
      const { rows } = await database.owner.query('SELECT action FROM audit_event WHERE subject_id = $1', [
        price.id,
      ]);
      expect(rows).toEqual([{ action: 'price-reference-recorded' }]);
    });

    it('says where it is written in Bahasa Indonesia, and in English where somebody wrote that', async () => {
      const price = await record.run(administrator, {
        ...decree,
        validFrom: '2027-06-01',
        sourceEn: 'Decree of the day',
      });
      expect(price.sourceEn).toBe('Decree of the day');
      const stated = await prices.list(database.db, { code: 'HET-MEDIUM', on: '2026-11-30' });
      expect(stated.data[0]?.source).toMatch(/^Keputusan Kepala Bapanas/);
      expect(stated.data[0]?.sourceEn).toMatch(/^Kepala Bapanas Decree/);
    });

    it('refuses a second price for the same day, and a unit nobody knows', async () => {
      await expect(record.run(administrator, { ...decree, maxRp: 1 })).rejects.toThrow(
        'PRICE_REFERENCE_EXISTS',
      );
      await expect(record.run(administrator, { ...decree, unitCode: 'PIKUL' })).rejects.toThrow(
        'UNIT_UNKNOWN',
      );
      await expect(record.run(administrator, { ...decree, unitCode: 'XSA' })).rejects.toThrow(
        'UNIT_IS_NO_MEASURE',
      );
    });

    it('cannot change what was recorded, whatever the code does', async () => {
      await expect(database.db.change('UPDATE price_reference SET max_rp = 1')).rejects.toThrow(
        'permission denied',
      );
      await expect(database.db.change('DELETE FROM price_reference')).rejects.toThrow('permission denied');
    });
  });

  describe('a ceiling', () => {
    it('comes from the zone, else from the nation', async () => {
      expect(await ceilingOf('HET-MEDIUM', '3', '2026-11-21')).toMatchObject({
        maxRp: 15_500,
      });
      expect(await ceilingOf('HAP-TELUR', '1', '2026-11-21')).toMatchObject({
        maxRp: 30_000,
        zone: 'nasional',
      });
    });

    it('is the same asked for alone or among others, in one look', async () => {
      const refs = ['HAP-TELUR', 'HET-MEDIUM', 'SPHP-GUDANG', 'NONE'];
      const ceilings = await catalog.ceilingsFor(database.db, refs, '3', '2026-11-21');
      expect([...ceilings].map(([ref, { maxRp }]) => [ref, maxRp])).toEqual([
        ['HAP-TELUR', 30_000],
        ['HET-MEDIUM', 15_500],
      ]);
    });

    it('is none before the first price, and none at another level than the consumer', async () => {
      expect(await ceilingOf('HET-MEDIUM', '1', '2025-08-21')).toBeUndefined();
      expect(await ceilingOf('SPHP-GUDANG', '1', '2026-11-21')).toBeUndefined();
    });
  });

  it('lists the prices that hold on a day, for a zone with the national ones', async () => {
    const on = async (day: string, zone?: string): Promise<string[]> => {
      const query = { on: day, code: 'HET-MEDIUM', ...(zone === undefined ? {} : { zone }) };
      const { data } = await prices.list(database.db, query);
      return data.map((price) => `${price.zone} ${price.maxRp}`);
    };
    expect(await on('2026-11-21')).toEqual(['1 13500', '2 14000', '3 15500']);
    expect(await on('2027-01-01')).toEqual(['1 14000', '2 14000', '3 15500']);
    expect(await on('2026-11-21', '2')).toEqual(['2 14000']);
    expect(await on('2020-01-01')).toEqual([]);
    const all = await prices.list(database.db, { on: '2026-11-21', zone: '2' });
    expect(new Set(all.data.map(({ zone }) => zone))).toEqual(new Set(['2', 'nasional']));
  });

  it('is cut into pages that miss and repeat nothing', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 7, on: '2026-11-21', ...(cursor === undefined ? {} : { cursor }) };
      const page = await prices.list(database.db, query);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(22);
    expect(new Set(seen).size).toBe(22);
  });

  it('finds a commodity by a word in either language', async () => {
    const find = async (q: string): Promise<string[]> =>
      (await commodities.list(database.db, { q })).data.map(({ code }) => code);
    expect(await find('telur')).toEqual(['TELUR']);
    expect(await find('EGGS')).toEqual(['TELUR']);
    expect(await find('_')).toEqual([]);
  });

  it('shows a commodity with its packs and the prices of today', async () => {
    const rice = await commodities.detail(database.db, 'BERAS-MEDIUM');
    expect(rice.packs.map(({ code, sizeMilli }) => `${code} ${sizeMilli}`)).toEqual([
      'BERAS-MEDIUM/XSA50 50000',
      'BERAS-MEDIUM/XSA25 25000',
      'BERAS-MEDIUM/XBG5 5000',
    ]);
    expect(rice.priceReferences.map(({ zone }) => zone)).toEqual(['1', '2', '3']);
    expect((await commodities.detail(database.db, 'TEMPE')).priceReferences).toEqual([]);
    await expect(commodities.detail(database.db, 'EMAS')).rejects.toThrow('COMMODITY_NOT_FOUND');
  });

  it('tells later stages of packs and commodities, and leaves out what it does not know', async () => {
    expect(await catalog.packWithCommodity(database.db, ['GULA/XSA50', 'EMAS/XSA50'])).toEqual([
      expect.objectContaining({
        packCode: 'GULA/XSA50',
        sizeMilli: 50_000,
        commodityCode: 'GULA',
        priceRef: 'HAP-GULA',
      }),
    ]);
    const known = await catalog.commoditiesByCodes(database.db, ['LPG3', 'AYAM', 'EMAS']);
    expect(known.map(({ code, isBiddable, storage }) => [code, isBiddable, storage])).toEqual([
      ['AYAM', true, 'chilled'],
      ['LPG3', false, 'hazard'],
    ]);
  });
});
