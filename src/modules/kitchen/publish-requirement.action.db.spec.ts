import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { Principal } from '../../platform/auth/principal.js';
import { seed } from '../../seed/index.js';
import { CatalogReader } from '../catalog/index.js';
import { KitchenReader } from './kitchen.reader.js';
import { KitchenStore } from './kitchen.store.js';
import { PlaceRequirement } from './place-requirement.action.js';
import { PublishRequirement } from './publish-requirement.action.js';

const rice = { neededOn: '2026-11-24', commodityCode: 'BERAS-MEDIUM', quantityMilli: 177_000 };
const eggs = { neededOn: '2026-11-23', commodityCode: 'TELUR', quantityMilli: 90_000 };

describe("a kitchen's week", () => {
  let database: TestDatabase;
  let place: PlaceRequirement;
  let publish: PublishRequirement;
  let cook: Principal;
  let kitchenId: string;
  const reader = new KitchenReader();
  const stranger: Principal = { personId: '01900000-0000-7000-8000-000000000001', memberships: [] };

  const put = (isoWeek: string, lines: (typeof rice)[], seenVersion?: number) =>
    place.run(cook, { kitchenId, isoWeek }, seenVersion, { lines });

  beforeAll(async () => {
    database = await freshDatabase();
    await seed(database.db, { regionCode: '35.71', demoPassword: 'demo-demo' });
    const { rows } = await database.owner.query<{ person_id: string; party_id: string }>(
      `SELECT person_id, party_id FROM membership JOIN person ON person.id = person_id WHERE login = 'kitchen-1'`,
    );
    kitchenId = rows[0]!.party_id;
    cook = {
      personId: rows[0]!.person_id,
      memberships: [{ partyId: kitchenId, kind: 'kitchen', roles: ['officer'] }],
    };
    const store = new KitchenStore();
    place = new PlaceRequirement(database.db, store, reader, new CatalogReader());
    publish = new PublishRequirement(database.db, store, reader);
  });

  afterAll(() => database.close());

  it('is drafted, replaced whole, and hidden from others until it is published', async () => {
    const drafted = await put('2026-W48', [rice]);
    expect(drafted).toMatchObject({
      kitchenId,
      isoWeek: '2026-W48',
      state: 'draft',
      version: 1,
      publishedAt: null,
    });
    const replaced = await put('2026-W48', [rice, eggs], 1);
    expect(replaced.version).toBe(2);
    expect(replaced.lines).toEqual([
      { id: expect.any(String), ...eggs },
      { id: expect.any(String), ...rice },
    ]);
    await expect(reader.requirementFor(database.db, stranger, kitchenId, '2026-W48')).rejects.toThrow(
      'REQUIREMENT_NOT_FOUND',
    );
    expect(await reader.publishedLinesBetween(database.db, '2026-11-01', '2026-12-31', '35.71')).toEqual([]);
    expect(await reader.publishedRequirement(database.db, replaced.id)).toBeUndefined();

    const published = await publish.run(cook, kitchenId, '2026-W48');
    expect(published).toMatchObject({ state: 'published', version: 3, publishedAt: expect.any(Date) });
    expect(await reader.requirementFor(database.db, stranger, kitchenId, '2026-W48')).toEqual(published);
    const { rows } = await database.owner.query(`SELECT type, payload FROM outbox`);
    expect(rows).toEqual([{ type: 'RequirementPublished', payload: { requirementId: published.id } }]);
    await expect(put('2026-W48', [], 3)).rejects.toThrow('REQUIREMENT_ALREADY_PUBLISHED');
  });

  it('reaches the pools of its city with the koperasi that orders for it', async () => {
    const lines = await reader.publishedLinesBetween(database.db, '2026-11-23', '2026-11-23', '35.71');
    const { rows } = await database.owner.query<{ id: string }>(
      `SELECT id FROM party WHERE code = 'KOP-35.71.01.1001'`,
    );
    expect(lines).toEqual([
      {
        ...{ ...eggs, kitchenId, koperasiId: rows[0]!.id, publishedBy: cook.personId },
        ...{ requirementLineId: expect.any(String), requirementId: expect.any(String) },
      },
    ]);
    expect(await reader.publishedLinesBetween(database.db, '2026-11-23', '2026-11-24', '32.71')).toEqual([]);
    const whole = await reader.publishedRequirement(database.db, lines[0]!.requirementId);
    expect(whole).toMatchObject({
      kitchenId,
      koperasiId: rows[0]!.id,
      cityCode: '35.71',
      isoWeek: '2026-W48',
    });
    expect(whole?.lines).toHaveLength(2);
  });

  it('keeps its draft when the new lines are refused', async () => {
    const draft = await put('2026-W49', [{ ...rice, neededOn: '2026-12-01' }]);
    await expect(put('2026-W49', [rice], 1)).rejects.toThrow('REQUIREMENT_LINES_REFUSED');
    expect(await reader.requirementFor(database.db, cook, kitchenId, '2026-W49')).toEqual(draft);
  });

  it('asks for the version seen, and refuses one that has passed', async () => {
    await expect(put('2026-W49', [])).rejects.toThrow('VERSION_REQUIRED');
    await expect(put('2026-W49', [], 7)).rejects.toThrow('VERSION_CHANGED');
    await expect(put('2026-W50', [], 1)).rejects.toThrow('VERSION_CHANGED');
  });

  it('loses no writing of two that begin it at once, nor of two that change it at once', async () => {
    const line = { ...rice, neededOn: '2026-12-15' };
    const begun = await Promise.allSettled([put('2026-W51', [line]), put('2026-W51', [])]);
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const changed = await Promise.allSettled(Array.from({ length: 5 }, () => put('2026-W51', [line], 1)));
    expect(changed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await reader.requirementFor(database.db, cook, kitchenId, '2026-W51')).toMatchObject({
      version: 2,
    });
  });

  it('is published once, and never empty, however the requests fall', async () => {
    const twice = await Promise.allSettled([
      publish.run(cook, kitchenId, '2026-W51'),
      publish.run(cook, kitchenId, '2026-W51'),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await put('2026-W52', []);
    await expect(publish.run(cook, kitchenId, '2026-W52')).rejects.toThrow('REQUIREMENT_WITHOUT_LINES');
    await expect(publish.run(cook, kitchenId, '2026-W40')).rejects.toThrow('REQUIREMENT_NOT_FOUND');

    const line = { ...rice, neededOn: '2026-12-29' };
    for (let round = 0; round < 5; round += 1) {
      const isoWeek = '2026-W53';
      const { version } = await put(isoWeek, [line], round === 0 ? undefined : round * 2);
      const emptied = put(isoWeek, [], version);
      const publishing = publish.run(cook, kitchenId, isoWeek);
      const [, outcome] = await Promise.allSettled([emptied, publishing]);
      if (outcome.status === 'fulfilled') {
        expect(outcome.value.lines).toHaveLength(1);
        return;
      }
      expect(String(outcome.reason)).toContain('REQUIREMENT_WITHOUT_LINES');
    }
  });
});
