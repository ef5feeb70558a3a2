import readExcelFile from 'read-excel-file/node';
import type { Principal } from '../../../platform/auth/principal.js';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAllocation, plantPool } from '../../../../test/support/plant-allocation.js';
import { plantParty, plantPrincipal } from '../../../../test/support/plant-lot.js';
import { playPlans } from '../../../../test/support/play-delivery.js';
import { payAllDues } from '../../../../test/support/play-payment.js';
import { playRequest } from '../../../../test/support/play-settlement.js';
import { OrderPaperController } from './order-paper.controller.js';
import { OrderReader } from './order.reader.js';

let database: TestDatabase;
let orderId: string;
let buyer: Principal;
let seller: Principal;
let stranger: Principal;
let papers: OrderPaperController;
const FORMULA = '=HYPERLINK("http://jahat.example")';

beforeAll(async () => {
  database = await freshDatabase();
  papers = new OrderPaperController(database.db, new OrderReader(), { DISPLAY_NAME: 'Uji' });
  const pool = await plantPool(database.owner);
  const koperasiId = await plantParty(database.owner, 'koperasi');
  const supplierId = await plantParty(database.owner, 'supplier');
  const { lotId } = await plantAllocation(database.owner, pool, [{ koperasiId, supplierId, packs: 20 }]);
  await database.owner.query('UPDATE commodity SET name_id = $1', [FORMULA]);
  const [dropId = ''] = await playPlans(database.db, pool, lotId);
  await playRequest(database.workerDb, dropId);
  await payAllDues(database.workerDb, pool.poolId);
  await playRequest(database.workerDb, dropId);
  const order = await database.db.first<{ id: string }>('SELECT id FROM purchase_order', []);
  orderId = order?.id ?? '';
  buyer = await plantPrincipal(database.owner, 'koperasi', koperasiId, 'treasurer');
  seller = await plantPrincipal(database.owner, 'supplier', supplierId, 'officer');
  const other = await plantParty(database.owner, 'koperasi');
  stranger = await plantPrincipal(database.owner, 'koperasi', other, 'chair');
});
afterAll(() => database.close());

const bytesOf = async (file: { getStream(): AsyncIterable<Uint8Array> }): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of file.getStream()) parts.push(part);
  return Buffer.concat(parts);
};

describe('a purchase order on paper', () => {
  it('says the same on page, sheet and CSV, and makes a PDF', async () => {
    const page = await papers.page(seller, orderId);
    expect(page).toContain('PO/2026/000001');
    expect(page).toContain('Rp10.500.000');
    const csv = (await bytesOf(await papers.csv(buyer, orderId))).toString('utf8');
    expect(csv).toContain('10500000');
    expect((await bytesOf(await papers.file(buyer, orderId))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps a name that is a formula plain where a spreadsheet program opens it', async () => {
    const csv = (await bytesOf(await papers.csv(buyer, orderId))).toString('utf8');
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/);
    const [sheet] = await readExcelFile(await bytesOf(await papers.sheet(buyer, orderId)));
    const cells = JSON.stringify(sheet);
    expect(cells).toContain('HYPERLINK');
    expect(cells).not.toContain('"=HYPERLINK');
  });

  it('is nobody else’s', async () => {
    await expect(papers.page(stranger, orderId)).rejects.toThrow('ORDER_NOT_FOUND');
  });
});
