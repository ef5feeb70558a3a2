import type { Tx } from '../platform/db/sql.js';
import { newId } from '../platform/new-id.js';
import { auditSeed } from './audit-seed.js';
import { readCsv } from './read-csv.js';

export interface CatalogCounts {
  readonly units: number;
  readonly commodities: number;
  readonly packs: number;
  readonly priceReferences: number;
  readonly taxRates: number;
  readonly withholdingRates: number;
}

/** Brings the catalog to what `data/catalog` says. Counts the rows that this made or changed. */
export const seedCatalog = async (tx: Tx): Promise<CatalogCounts> => {
  const counts = {
    units: await seedUnits(tx),
    commodities: await seedCommodities(tx),
    packs: await seedPacks(tx),
    priceReferences: await seedPriceReferences(tx),
    taxRates: await seedTaxRates(tx),
    withholdingRates: await seedWithholdingRates(tx),
  };
  await auditSeed(tx, 'catalog', counts);
  return counts;
};

const seedUnits = (tx: Tx): Promise<number> => {
  const units = readCsv('catalog/units.csv').map((row) => ({
    code: row.text('unece_code'),
    name_en: row.text('name_en'),
    name_id: row.text('name_id'),
    dimension: row.text('dimension'),
    factor_to_base: row.numberOrNull('factor_to_base'),
    note: row.textOrNull('note') ?? '',
  }));
  return tx.change(
    `INSERT INTO unit (code, name_en, name_id, dimension, factor_to_base, note)
     SELECT code, name_en, name_id, dimension, factor_to_base, note FROM jsonb_populate_recordset(NULL::unit, $1)
     ON CONFLICT (code) DO UPDATE SET
       name_en = excluded.name_en, name_id = excluded.name_id, dimension = excluded.dimension,
       factor_to_base = excluded.factor_to_base, note = excluded.note
     WHERE unit IS DISTINCT FROM excluded`,
    [JSON.stringify(units)],
  );
};

const seedCommodities = (tx: Tx): Promise<number> => {
  const commodities = readCsv('catalog/commodities.csv').map((row) => ({
    code: row.text('code'),
    name_id: row.text('name_id'),
    name_en: row.text('name_en'),
    base_unit: row.text('base_unit'),
    hs6: row.textOrNull('hs6'),
    cpc21: row.textOrNull('cpc21'),
    class: row.text('class'),
    ppn: row.text('ppn'),
    price_ref: row.textOrNull('price_ref'),
    storage: row.text('storage'),
    is_biddable: row.text('is_biddable') === 'yes',
    note: row.textOrNull('note') ?? '',
  }));
  return tx.change(
    `INSERT INTO commodity
       (code, name_id, name_en, base_unit, hs6, cpc21, class, ppn, price_ref, storage, is_biddable, note)
     SELECT code, name_id, name_en, base_unit, hs6, cpc21, class, ppn, price_ref, storage, is_biddable, note
     FROM jsonb_populate_recordset(NULL::commodity, $1)
     ON CONFLICT (code) DO UPDATE SET
       name_id = excluded.name_id, name_en = excluded.name_en, base_unit = excluded.base_unit, hs6 = excluded.hs6,
       cpc21 = excluded.cpc21, class = excluded.class, ppn = excluded.ppn, price_ref = excluded.price_ref,
       storage = excluded.storage, is_biddable = excluded.is_biddable, note = excluded.note
     WHERE commodity IS DISTINCT FROM excluded`,
    [JSON.stringify(commodities)],
  );
};

const seedTaxRates = (tx: Tx): Promise<number> => {
  const rates = readCsv('tax/tax_rates.csv').map((row) => ({
    code: row.text('code'),
    valid_from: row.text('valid_from'),
    rate_bps: row.number('rate_bps'),
    base_numerator: row.number('base_numerator'),
    base_denominator: row.number('base_denominator'),
    source: row.text('source'),
  }));
  return tx.change(
    `INSERT INTO tax_rate (code, valid_from, rate_bps, base_numerator, base_denominator, source)
     SELECT code, valid_from, rate_bps, base_numerator, base_denominator, source
     FROM jsonb_populate_recordset(NULL::tax_rate, $1)
     ON CONFLICT (code, valid_from) DO NOTHING`,
    [JSON.stringify(rates)],
  );
};

const seedWithholdingRates = (tx: Tx): Promise<number> => {
  const rates = readCsv('tax/withholding_rates.csv').map((row) => ({
    code: row.text('code'),
    valid_from: row.text('valid_from'),
    rate_bps: row.number('rate_bps'),
    above_rp: row.number('above_rp'),
    source: row.text('source'),
  }));
  return tx.change(
    `INSERT INTO withholding_rate (code, valid_from, rate_bps, above_rp, source)
     SELECT code, valid_from, rate_bps, above_rp, source FROM jsonb_populate_recordset(NULL::withholding_rate, $1)
     ON CONFLICT (code, valid_from) DO NOTHING`,
    [JSON.stringify(rates)],
  );
};

const seedPacks = (tx: Tx): Promise<number> => {
  const packs = readCsv('catalog/packs.csv').map((row) => ({
    code: row.text('code'),
    commodity_code: row.text('commodity_code'),
    unit_code: row.text('unit_code'),
    size_milli: row.number('size_milli'),
    name_id: row.text('name_id'),
    name_en: row.text('name_en'),
  }));
  return tx.change(
    `INSERT INTO pack (code, commodity_code, unit_code, size_milli, name_id, name_en)
     SELECT code, commodity_code, unit_code, size_milli, name_id, name_en
     FROM jsonb_populate_recordset(NULL::pack, $1)
     ON CONFLICT (code) DO UPDATE SET
       commodity_code = excluded.commodity_code, unit_code = excluded.unit_code, size_milli = excluded.size_milli,
       name_id = excluded.name_id, name_en = excluded.name_en
     WHERE pack IS DISTINCT FROM excluded`,
    [JSON.stringify(packs)],
  );
};

/** Prices are appended, never changed: a wrong one is mended by a row of a later day. */
const seedPriceReferences = (tx: Tx): Promise<number> => {
  const prices = readCsv('catalog/price_references.csv').map((row) => ({
    id: newId(),
    code: row.text('code'),
    commodity: row.text('commodity'),
    kind: row.text('kind'),
    level: row.text('level'),
    zone: row.text('zone'),
    min_rp: row.numberOrNull('min_idr'),
    max_rp: row.number('max_idr'),
    unit_code: row.text('unit'),
    valid_from: row.text('valid_from'),
    source: row.text('source'),
    source_en: row.textOrNull('source_en'),
  }));
  return tx.change(
    `INSERT INTO price_reference
       (id, code, commodity, kind, level, zone, min_rp, max_rp, unit_code, valid_from, source, source_en)
     SELECT id, code, commodity, kind, level, zone, min_rp, max_rp, unit_code, valid_from, source, source_en
     FROM jsonb_populate_recordset(NULL::price_reference, $1)
     ON CONFLICT (code, zone, level, valid_from) DO NOTHING`,
    [JSON.stringify(prices)],
  );
};
