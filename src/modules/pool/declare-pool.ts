import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import type { AwardRule } from '../../core/pool/award-rule.js';
import type { Pricing } from '../../core/pool/pricing.js';
import { declareContractMode } from '../../core/pool/contract-mode.js';
import { declareGrades, type Grade } from '../../core/pool/declare-grades.js';
import { declareRescue, type RescueRequest } from '../../core/pool/declare-rescue.js';
import type { SealRequest } from '../../core/pool/declare-seal.js';
import { draftPool, type DraftItem, type ItemRequest, type KnownPack } from '../../core/pool/draft-pool.js';
import { refuseDraft } from '../../core/pool/draft-refusals.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { StepsRequest } from '../../core/pool/declare-steps.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { CatalogReader } from '../catalog/index.js';
import { LegalFactReader } from '../party/index.js';
import { AwardRuleStore } from './award-rule.store.js';
import { DistributionReader } from './distribution.reader.js';
import { GradeStore } from './grade.store.js';
import { PoolReader, type DraftingPlace } from './pool.reader.js';
import { PoolStore, type NewPool } from './pool.store.js';
import { PricingStore } from './pricing.store.js';
import { RescueStore } from './rescue.store.js';
import type { DeclaredDeposit } from '../../core/pool/deposit/declare-deposit.js';
import { keepDeposit, type DueBy } from './deposit/keep-deposit.js';
import { keepSeal } from './pool-seal.js';
import { keepSteps } from './pool-steps.js';

export interface PoolRequest extends Omit<NewPool, 'id' | 'createdBy'> {
  readonly items: readonly (ItemRequest & { readonly grades?: readonly Grade[] })[];
  readonly steps?: StepsRequest;
  readonly award?: Partial<AwardRule>;
  readonly pricing?: Partial<Pricing>;
  readonly rescue?: RescueRequest | undefined;
  readonly seal?: SealRequest;
  readonly deposit?: DeclaredDeposit;
  readonly dueBy?: DueBy;
}

/** The items of a draft as they were judged. */
type Judged = readonly (DraftItem & { readonly id: string; readonly grades: readonly Grade[] })[];

/** Judges and writes what a draft declares, at the prices of its organiser's day: each item with a ceiling (sell: floor) that has a source. */
@Injectable()
export class DeclarePool {
  constructor(
    private readonly clock: Clock,
    private readonly store: PoolStore,
    private readonly rescues: RescueStore,
    private readonly pools: PoolReader,
    private readonly catalog: CatalogReader,
    private readonly awardRules: AwardRuleStore,
    private readonly pricings: PricingStore,
    private readonly distributions: DistributionReader,
    private readonly grades: GradeStore,
    private readonly legalFacts: LegalFactReader,
  ) {}

  /** @throws Refusal naming the field. */
  async judge(tx: Tx, request: PoolRequest): Promise<Judged> {
    const now = await this.clock.now(tx);
    const { organiserId, regionCode, closesAt, rescue, side = 'buy' } = request;
    if (side === 'sell' && request.pricing?.kind === 'per-zone')
      throw refuseDraft('ZONE_PRICE_WHEN_SELLING', {}, 'pricing.kind');
    const lastClosesAt = new Date(closesAt.getTime() + (rescue?.extendByS ?? 0) * 1000);
    const place = await this.pools.draftingPlace(tx, organiserId, regionCode, now, lastClosesAt);
    if (place === undefined) throw refuseParty('PARTY_NOT_FOUND');
    declareContractMode(
      request.contractMode ?? 'direct',
      await this.legalFacts.holds(tx, organiserId, 'legal-entity', place.today),
    );
    const packs = await this.knownPacks(tx, side, request.items, place);
    const suppliers = await this.distributions.suppliersOf(
      tx,
      request.items.flatMap(({ distribution }) => distribution?.supplierId ?? []),
    );
    return draftPool(request, { ...place, now, packs, suppliers }).map((item, at) => ({
      ...item,
      id: newId(),
      grades: declareGrades(side, request.items[at]?.grades, `items.${at}.grades`),
    }));
  }

  /** Of a draft whose own row stands, and which declares nothing yet. @throws Refusal naming the field. */
  async write(tx: Tx, id: string, request: PoolRequest, items: Judged): Promise<void> {
    const { rescue } = request;
    await this.store.insertItems(tx, id, items);
    await this.grades.insert(
      tx,
      items.map(({ id: itemId, grades }) => ({ itemId, grades })),
    );
    await keepSteps(tx, id, request.organiserId, request.steps);
    await keepSeal(tx, id, request);
    await keepDeposit(tx, id, request);
    if (request.award !== undefined) await this.awardRules.declare(tx, id, request.award);
    if (request.pricing !== undefined) await this.pricings.declare(tx, id, request.pricing, items);
    if (rescue !== undefined)
      await this.rescues.declare(
        tx,
        id,
        declareRescue(
          rescue,
          items.map(({ packCode }) => packCode),
        ),
        items,
      );
  }

  /** What the catalog says of the packs asked for, with the public price of the pool's zone on that day. */
  private async knownPacks(
    tx: Tx,
    side: PoolSide,
    items: readonly ItemRequest[],
    { priceZone, today }: DraftingPlace,
  ): Promise<KnownPack[]> {
    const packs = await this.catalog.packWithCommodity(
      tx,
      items.map((item) => item.packCode),
    );
    const priceRefs = [...new Set(packs.flatMap(({ priceRef }) => priceRef ?? []))];
    const references = await this.referencesFor(tx, side, priceRefs, { priceZone, today });
    return packs.map(({ packCode, commodityCode, sizeMilli, isBiddable, priceRef }) => {
      const found = priceRef === null ? undefined : references.get(priceRef);
      const reference =
        found === undefined
          ? null
          : { priceRpPerUnit: found.rpPerUnit, source: `${found.code} ${found.validFrom}, ${found.source}` };
      return { packCode, commodityCode, packSizeMilli: sizeMilli, isBiddable, reference };
    });
  }

  /** Public prices by reference: buy, what consumers are charged at most; sell, what producers are to get at least. */
  private async referencesFor(
    tx: Tx,
    side: PoolSide,
    priceRefs: readonly string[],
    { priceZone, today }: Pick<DraftingPlace, 'priceZone' | 'today'>,
  ): Promise<Map<string, { code: string; validFrom: string; source: string; rpPerUnit: number }>> {
    const found =
      side === 'sell'
        ? [...(await this.catalog.floorsFor(tx, priceRefs, priceZone, today)).values()].map((floor) => ({
            ...floor,
            rpPerUnit: floor.minRp,
          }))
        : [...(await this.catalog.ceilingsFor(tx, priceRefs, priceZone, today)).values()].map((ceiling) => ({
            ...ceiling,
            rpPerUnit: ceiling.maxRp,
          }));
    return new Map(found.map((each) => [each.code, each]));
  }
}
