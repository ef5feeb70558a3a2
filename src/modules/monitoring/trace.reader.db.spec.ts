import type { PartyKind } from '../../platform/auth/principal.js';
import { newId } from '../../platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty, plantPrincipal } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { playInvoice } from '../../../test/support/play-settlement.js';
import { showTrace } from './show-trace.js';
import { TraceReader, type TraceRow } from './trace.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let kitchen: string;
let koperasi: string;
let supplier: string;
let requirementLineId: string;
const reader = new TraceReader();

const seenBy = async (kind: PartyKind, partyId: string): Promise<TraceRow | undefined> =>
  reader.lineById(
    database.db,
    await plantPrincipal(database.owner, kind, partyId, 'officer'),
    requirementLineId,
  );

const plantRequirement = async (): Promise<void> => {
  const requirementId = newId();
  requirementLineId = newId();
  await database.owner.query(
    `INSERT INTO requirement (id, kitchen_id, iso_week, state, published_at, published_by)
     VALUES ($1, $2, '2026-W49', 'published', now(), $3)`,
    [requirementId, kitchen, pool.personId],
  );
  await database.owner.query(
    `INSERT INTO requirement_line (id, requirement_id, needed_on, commodity_code, quantity_milli)
     VALUES ($1, $2, '2026-12-02', 'BERAS-UJI', 330000)`,
    [requirementLineId, requirementId],
  );
};

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  koperasi = await plantParty(database.owner, 'koperasi');
  supplier = await plantParty(database.owner, 'supplier');
  kitchen = await plantParty(database.owner, 'kitchen');
  await plantRequirement();
});
afterAll(() => database.close());

describe('TraceReader', () => {
  it('follows a line from the menu to the invoice', async () => {
    const { lotId, lineIds } = await plantAllocation(database.owner, pool, [
      { koperasiId: koperasi, supplierId: supplier, packs: 7, beneficiaryId: kitchen, requirementLineId },
      { koperasiId: koperasi, supplierId: supplier, packs: 9 },
    ]);
    const [dropId] = await playPlans(database.db, pool, lotId);
    await playDispatch(database.db, pool, dropId!);
    await playReceipt(database.db, pool, dropId!, { damagedPacks: 1 });
    await playInvoice(database.db, dropId!);
    const line = await seenBy('kitchen', kitchen);
    expect(showTrace(line!, await reader.partsOf(database.db, line!.lineId!))).toMatchObject({
      requirementLineId,
      kitchenId: kitchen,
      isoWeek: '2026-W49',
      neededOn: '2026-12-02',
      quantityMilli: 330_000,
      lineId: lineIds[0],
      koperasiId: koperasi,
      packSizeMilli: 50_000,
      quantityPacks: 7,
      lotId,
      lotState: 'settled',
      refusal: null,
      allocatedPacks: 7,
      parts: [
        {
          supplierId: supplier,
          packs: 7,
          priceRpPerUnit: 10_500,
          dropId,
          dropState: 'received',
          deliveryNote: `SJ-${dropId!}`,
          acceptedPacks: 6,
          damagedPacks: 1,
          invoiceNumber: expect.stringMatching(/^INV\/\d{4}\/000001$/),
          amountRp: 3_150_000,
        },
      ],
    });
  });

  it('shows a line that no pool has taken up', async () => {
    expect(await seenBy('kitchen', kitchen)).toMatchObject({
      requirementLineId,
      lineId: null,
      poolId: null,
      lotId: null,
    });
  });

  it('is for the kitchen, its koperasi, the organiser and observers; a draft for the kitchen alone', async () => {
    await plantAllocation(database.owner, pool, [
      { koperasiId: koperasi, supplierId: supplier, packs: 7, beneficiaryId: kitchen, requirementLineId },
    ]);
    const observer = await plantParty(database.owner, 'observer');
    expect(await seenBy('koperasi', koperasi)).toBeDefined();
    expect(await seenBy('organiser', pool.organiserId)).toBeDefined();
    expect(await seenBy('observer', observer)).toBeDefined();
    expect(await seenBy('supplier', supplier)).toBeUndefined();
    expect(await seenBy('kitchen', await plantParty(database.owner, 'kitchen'))).toBeUndefined();
    await database.owner.query(
      `UPDATE requirement SET state = 'draft', published_at = NULL, published_by = NULL WHERE kitchen_id = $1`,
      [kitchen],
    );
    expect(await seenBy('observer', observer)).toBeUndefined();
    expect(await seenBy('kitchen', kitchen)).toBeDefined();
  });
});
