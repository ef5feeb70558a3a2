import { forward } from './forward.js';
import { grant } from './grant.js';

/** Commodities, packs, units, dated reference prices. Prices and ceilings are data with a source, never code. */
export const Catalog1790000000040 = forward('Catalog1790000000040', async (runner) => {
  await runner.query(`
    CREATE TABLE unit (
      code text PRIMARY KEY,
      name_en text NOT NULL,
      name_id text NOT NULL,
      dimension text NOT NULL CHECK (dimension IN ('mass', 'volume', 'count', 'package')),
      factor_to_base double precision CHECK (factor_to_base > 0),
      note text NOT NULL DEFAULT ''
    )`);
  await runner.query(`
    CREATE TABLE commodity (
      code text PRIMARY KEY,
      name_id text NOT NULL,
      name_en text NOT NULL,
      base_unit text NOT NULL REFERENCES unit (code),
      hs6 text,
      cpc21 text,
      class text NOT NULL,
      ppn text NOT NULL CHECK (ppn IN ('exempt', 'taxable', 'check', 'special')),
      price_ref text,
      storage text NOT NULL CHECK (storage IN ('dry', 'fresh', 'chilled', 'frozen', 'hazard')),
      is_biddable boolean NOT NULL DEFAULT true,
      note text NOT NULL DEFAULT ''
    )`);
  await runner.query(`
    CREATE TABLE pack (
      code text PRIMARY KEY,
      commodity_code text NOT NULL REFERENCES commodity (code),
      unit_code text NOT NULL REFERENCES unit (code),
      size_milli bigint NOT NULL CHECK (size_milli > 0),
      name_id text NOT NULL,
      name_en text NOT NULL
    )`);
  await runner.query(`CREATE INDEX pack_commodity ON pack (commodity_code)`);
  await runner.query(`
    CREATE TABLE price_reference (
      id uuid PRIMARY KEY,
      code text NOT NULL,
      commodity text NOT NULL,
      kind text NOT NULL,
      level text NOT NULL,
      zone text NOT NULL,
      min_rp bigint CHECK (min_rp > 0),
      max_rp bigint NOT NULL CHECK (max_rp > 0),
      unit_code text NOT NULL REFERENCES unit (code),
      valid_from date NOT NULL,
      source text NOT NULL CHECK (source <> ''),
      UNIQUE (code, zone, level, valid_from),
      CHECK (min_rp IS NULL OR min_rp <= max_rp)
    )`);
  await grant(runner, { kept: ['unit', 'commodity', 'pack'], appended: ['price_reference'] });
});
