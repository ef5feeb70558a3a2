import { StreamableFile } from '@nestjs/common';
import readExcelFile from 'read-excel-file/node';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { playAllocation, playDistribution, playLots } from '../../../test/support/play-distribution.js';
import { plantDistribution } from '../../../test/support/plant-distribution.js';
import { plantPrincipal } from '../../../test/support/plant-lot.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantPool,
  plantRegions,
  type PlantedPool,
} from '../../../test/support/plant-pool.js';
import type { PartyKind } from '../../platform/auth/principal.js';
import { RequestController } from './request.controller.js';
import { RequestReader } from './request.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let supplierId: string;
let lotId: string;
let controller: RequestController;

const ask = async (kind: PartyKind, partyId: string, of = supplierId): Promise<StreamableFile> =>
  controller.show(await plantPrincipal(database.owner, kind, partyId, 'officer'), lotId, of);

const bytesOf = async (file: StreamableFile): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of file.getStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Two koperasi of one village, of which one has a name that a spreadsheet would reckon with. */
beforeAll(async () => {
  database = await freshDatabase();
  const { owner, workerDb } = database;
  await plantRegions(owner);
  pool = await plantPool(owner, ['dry']);
  const [itemId = ''] = pool.itemIds;
  supplierId = await plantDistribution(owner, itemId, { quota: 50, atOnce: 20 });
  const koperasi = [
    await plantKoperasi(owner, `${CITY}.02.1001`),
    await plantKoperasi(owner, `${CITY}.01.1001`),
  ];
  await owner.query(
    `UPDATE party SET name = '=HYPERLINK("x")', legal_status = '{"nikKoperasi":"3271-01"}' WHERE id = $1`,
    [koperasi[0]],
  );
  for (const [place, koperasiId] of koperasi.entries())
    for (const neededBy of ['2026-12-04', '2026-12-03'])
      await plantLine(owner, {
        poolId: pool.poolId,
        itemId,
        koperasiId,
        quantityPacks: place === 0 ? 15 : 4,
        neededBy,
      });
  lotId = (await playLots(workerDb, pool.poolId))[0] ?? '';
  controller = new RequestController(database.db, new RequestReader());
});
afterAll(() => database.close());

describe('the request file', () => {
  it('is not there before the lot is shared out', async () => {
    await expect(ask('supplier', supplierId)).rejects.toThrow('REQUEST_NOT_FOUND');
    await playDistribution(database.workerDb, lotId);
    await expect(ask('supplier', supplierId)).rejects.toThrow('REQUEST_NOT_FOUND');
    await playAllocation(database.workerDb, lotId);
  });

  it('has one row per koperasi, by region, with all its lines and visits, and the totals', async () => {
    const file = await bytesOf(await ask('supplier', supplierId));
    const [sheet] = await readExcelFile(file);
    const [id, en, ...rows] = sheet?.data ?? [];
    expect(sheet?.sheet).toBe('Permintaan');
    expect(id?.slice(0, 5)).toEqual(['No.', 'Kode wilayah', 'Nama koperasi', 'NIK koperasi', 'Kecamatan']);
    expect(en?.slice(7, 11)).toEqual(['Packs', 'Quantity (kg)', 'Price (Rp/kg)', 'Amount (Rp)']);
    expect(rows.map((row) => row.slice(0, 14))).toEqual([
      [
        1,
        `${CITY}.01.1001`,
        'Koperasi uji',
        null,
        'Kecamatan 1',
        'Barang uji / Test goods',
        'Karung 50 kg',
        8,
        400,
        11_000,
        4_400_000,
        'Gudang uji',
        1,
        '2026-12-03',
      ],
      [
        2,
        `${CITY}.02.1001`,
        `'=HYPERLINK("x")`,
        '3271-01',
        'Kecamatan 2',
        'Barang uji / Test goods',
        'Karung 50 kg',
        30,
        1_500,
        11_000,
        16_500_000,
        'Gudang uji',
        2,
        '2026-12-03',
      ],
      [null, null, 'Jumlah / Total', null, null, null, null, 38, 1_900, null, 20_900_000, null, 3, null],
    ]);
  });

  it('is the same bytes for whoever may have it', async () => {
    const own = await bytesOf(await ask('supplier', supplierId));
    expect((await bytesOf(await ask('organiser', pool.organiserId))).equals(own)).toBe(true);
    expect((await bytesOf(await ask('observer', pool.organiserId))).equals(own)).toBe(true);
  });

  it('is for the pool’s organiser, the supplier and the observers', async () => {
    const other = await plantPool(database.owner, ['dry']);
    await expect(ask('organiser', other.organiserId)).rejects.toThrow('NOT_OF_THIS_POOL');
    await expect(ask('supplier', other.organiserId)).rejects.toThrow('NOT_OF_THIS_POOL');
    await expect(ask('supplier', supplierId, other.organiserId)).rejects.toThrow('REQUEST_NOT_FOUND');
  });
});
