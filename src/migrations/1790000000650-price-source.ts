import { forward } from './forward.js';

/** What the first rows named in English, in the words of `data/catalog/price_references.csv`. */
const written: readonly (readonly [en: string, id: string])[] = [
  [
    'Bapanas letter 142/TS.02.02/K/4/2024 (1 May 2024), reconfirmed Sep 2025 and Jan 2026; ekonomi.bisnis.com 1762948; bloombergtechnoz 95166',
    'Surat Bapanas 142/TS.02.02/K/4/2024 (1 Mei 2024), ditegaskan lagi Sep 2025 dan Jan 2026; ekonomi.bisnis.com 1762948; bloombergtechnoz 95166',
  ],
  [
    'Permendag 18/2024, kept by Permendag 43/2025; suar.id; cnnindonesia 20260218',
    'Permendag 18/2024, dipertahankan Permendag 43/2025; suar.id; cnnindonesia 20260218',
  ],
  [
    'Bapanas HAP as quoted by bloombergtechnoz 75092 / 95166 (2025-01-2026)',
    'HAP Bapanas menurut bloombergtechnoz 75092 / 95166 (2025-01-2026)',
  ],
  [
    'Bapanas HAP as quoted by bloombergtechnoz 75092 / 95166 (2025-01-2026) (source gives the month only; its first day assumed)',
    'HAP Bapanas menurut bloombergtechnoz 75092 / 95166 (2025-01-2026) (sumber hanya menyebut bulannya; dianggap sejak hari pertamanya)',
  ],
  [
    'Bapanas HAP as quoted by bloombergtechnoz 75092 / 95166 (2025-01-2026) (source gives the year only; its first day assumed)',
    'HAP Bapanas menurut bloombergtechnoz 75092 / 95166 (2025-01-2026) (sumber hanya menyebut tahunnya; dianggap sejak hari pertamanya)',
  ],
  [
    'Kepala Bapanas Decree 299/2025 (22 Aug 2025); katadata.co.id 68ad7086e6ab7; lenterasemarang.com 222618',
    'Keputusan Kepala Bapanas 299/2025 (22 Agustus 2025); katadata.co.id 68ad7086e6ab7; lenterasemarang.com 222618',
  ],
];

/** Where a price is written is said in Bahasa Indonesia, as decrees are, and beside it in English. */
export const PriceSource1790000000650 = forward('PriceSource1790000000650', async (runner) => {
  await runner.query(`ALTER TABLE price_reference ADD COLUMN source_en text CHECK (source_en <> '')`);
  for (const [en, id] of written)
    await runner.query('UPDATE price_reference SET source = $2, source_en = $1 WHERE source = $1', [en, id]);
  await runner.query(`
    INSERT INTO audit_event (action, subject_type, subject_id)
    SELECT 'price-source-translated', 'price-reference', id::text FROM price_reference WHERE source_en IS NOT NULL`);
});
