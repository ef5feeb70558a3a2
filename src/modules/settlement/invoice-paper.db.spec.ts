import { layOutInvoice } from '../../core/settlement/lay-out-invoice.js';
import type { Principal } from '../../platform/auth/principal.js';
import { writePage } from '../../platform/file/write-page.js';
import { writePdf } from '../../platform/file/write-pdf.js';
import { newId } from '../../platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty, plantPrincipal } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice, playRequest } from '../../../test/support/play-settlement.js';
import { InvoicePaperReader } from './invoice-paper.reader.js';
import { SettlementReader } from './settlement.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let ani: string;
let bulog: string;
const reader = new InvoicePaperReader(new SettlementReader());

beforeAll(async () => {
  database = await freshDatabase();
  pool = await plantPool(database.owner);
  ani = await plantParty(database.owner, 'koperasi');
  bulog = await plantParty(database.owner, 'supplier');
  await database.owner.query(`
    INSERT INTO tax_rate VALUES ('ppn', '2022-04-01', 1100, 1, 1, 'UU 7/2021'), ('ppn', '2025-01-01', 1200, 11, 12, 'PMK 131/2024')`);
});
afterAll(() => database.close());

/** Twenty sacks at Rp525,000, of which two are missing; the number of an invoice that is taxed as told. */
const issue = async (item: 0 | 1, ppn: string): Promise<string> => {
  await database.owner.query('UPDATE commodity SET ppn = $1', [ppn]);
  const parts = [{ koperasiId: ani, supplierId: bulog, packs: 20 }];
  const { lotId } = await plantAllocation(database.owner, pool, parts, { item });
  const drops = await playPlans(database.db, pool, lotId);
  const dropId = drops.at(-1) ?? '';
  await playRequest(database.workerDb, dropId);
  await playDispatch(database.db, pool, dropId);
  await playReceipt(database.db, pool, dropId, { missingPacks: 2 });
  await playInvoice(database.workerDb, dropId);
  const row = await database.db.first<{ id: string }>('SELECT id FROM invoice WHERE drop_id = $1', [dropId]);
  return row?.id ?? '';
};

const asTreasurer = (kind: 'koperasi' | 'supplier', partyId: string): Promise<Principal> =>
  plantPrincipal(database.owner, kind, partyId, 'treasurer');

describe('an invoice’s paper', () => {
  it('shows what was accepted, its tax where the seller charges one, and the amount in words', async () => {
    await database.owner.query(
      `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
       VALUES ($1, $2, 'pkp', true, '2026-01-01', 'SPPKP (uji)', $3)`,
      [newId(), bulog, pool.personId],
    );
    const invoiceId = await issue(0, 'taxable');
    const paper = await reader.paperOf(database.db, await asTreasurer('koperasi', ani), invoiceId);
    expect(paper).toMatchObject({
      number: 'INV/2026/000001',
      amountRp: 9_450_000,
      requestedRp: 10_500_000,
      creditedRp: 1_050_000,
      creditNumber: 'NK/2026/000001',
      covers: [{ kind: 'credit-note', amountRp: 1_050_000 }],
    });
    expect(paper.lines).toMatchObject([{ taxCode: 'ppn', taxRp: 936_486, baseRp: 7_804_054, packs: 18 }]);
    const page = writePage(layOutInvoice(paper));
    expect(page).toContain('sembilan juta empat ratus lima puluh ribu rupiah');
    const pdf = await writePdf({ ...layOutInvoice(paper), asOf: paper.issuedAt });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('takes no tax out of exempt goods, and is shown to nobody else', async () => {
    const invoiceId = await issue(1, 'exempt');
    const paper = await reader.paperOf(database.db, await asTreasurer('supplier', bulog), invoiceId);
    expect(paper.lines).toMatchObject([{ taxCode: 'exempt', taxRp: 0, baseRp: 0 }]);
    const stranger = await asTreasurer('koperasi', await plantParty(database.owner, 'koperasi'));
    await expect(reader.paperOf(database.db, stranger, invoiceId)).rejects.toThrow('INVOICE_NOT_FOUND');
    for (const promise of ['p15_invoices_match_their_lines', 'p16_settled_lots_add_up'])
      expect((await database.owner.query(`SELECT * FROM ${promise}`)).rows).toEqual([]);
  });
});
