import { Injectable } from '@nestjs/common';
import { refuseKitchen } from '../../core/kitchen/refusals.js';
import type { PublishingKitchen } from '../../core/kitchen/publish-requirement.js';
import type { Sql } from '../../platform/db/sql.js';
import { partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { KitchenWeekView, RequirementLineView, RequirementView } from './kitchen.dto.js';

/** One ingredient of a published week, with those it concerns. */
export interface PublishedLine {
  readonly requirementLineId: string;
  readonly requirementId: string;
  readonly kitchenId: string;
  /** The kitchen's partner, who orders for it. */
  readonly koperasiId: string;
  readonly neededOn: string;
  readonly commodityCode: string;
  readonly quantityMilli: number;
  readonly publishedBy: string;
}

export interface PublishedRequirement {
  readonly id: string;
  readonly kitchenId: string;
  readonly koperasiId: string;
  readonly cityCode: string;
  readonly isoWeek: string;
  readonly lines: PublishedLine[];
}

const PUBLISHED_LINES = `SELECT line.id AS requirement_line_id, requirement.id AS requirement_id, kitchen_id,
    kitchen.partner_koperasi_id AS koperasi_id, needed_on, commodity_code, quantity_milli, published_by
  FROM requirement_line AS line
  JOIN requirement ON requirement.id = line.requirement_id AND requirement.state = 'published'
  JOIN party AS kitchen ON kitchen.id = kitchen_id AND kitchen.partner_koperasi_id IS NOT NULL`;

@Injectable()
export class KitchenReader {
  /** A week as its kitchen wrote it; others see it once it is published. */
  async requirementFor(
    sql: Sql,
    principal: Principal,
    kitchenId: string,
    isoWeek: string,
  ): Promise<RequirementView> {
    const requirement = await sql.first<Omit<RequirementView, 'lines'>>(
      `SELECT id, kitchen_id, iso_week, state, version, published_at FROM requirement
       WHERE kitchen_id = $1 AND iso_week = $2 AND (state = 'published' OR kitchen_id = ANY ($3::uuid[]))`,
      [kitchenId, isoWeek, partiesOf(principal, 'kitchen')],
    );
    if (requirement === undefined) throw refuseKitchen('REQUIREMENT_NOT_FOUND');
    const lines = await sql.rows<RequirementLineView>(
      `SELECT id, needed_on, commodity_code, quantity_milli FROM requirement_line
       WHERE requirement_id = $1 ORDER BY needed_on, commodity_code`,
      [requirement.id],
    );
    return { ...requirement, lines };
  }

  /** Weeks a kitchen has written for, the newest first; to others those that are published. */
  weeksFor(sql: Sql, principal: Principal, kitchenId: string): Promise<KitchenWeekView[]> {
    return sql.rows(
      `SELECT iso_week, state FROM requirement
       WHERE kitchen_id = $1 AND (state = 'published' OR kitchen_id = ANY ($2::uuid[])) ORDER BY iso_week DESC LIMIT 53`,
      [kitchenId, partiesOf(principal, 'kitchen')],
    );
  }

  /** Undefined while it is a draft, or when its kitchen has lost its partner. */
  async publishedRequirement(sql: Sql, requirementId: string): Promise<PublishedRequirement | undefined> {
    const requirement = await sql.first<Omit<PublishedRequirement, 'lines'>>(
      `SELECT requirement.id, kitchen_id, kitchen.partner_koperasi_id AS koperasi_id,
         left(kitchen.region_code, 5) AS city_code, iso_week
       FROM requirement JOIN party AS kitchen ON kitchen.id = kitchen_id
       WHERE requirement.id = $1 AND requirement.state = 'published'
         AND kitchen.partner_koperasi_id IS NOT NULL AND kitchen.region_code IS NOT NULL`,
      [requirementId],
    );
    if (requirement === undefined) return undefined;
    const lines = await sql.rows<PublishedLine>(
      `${PUBLISHED_LINES} WHERE requirement.id = $1 ORDER BY needed_on, commodity_code`,
      [requirementId],
    );
    return { ...requirement, lines };
  }

  /** What the kitchens of a city have published for these days, both ends included. */
  publishedLinesBetween(
    sql: Sql,
    fromDate: string,
    untilDate: string,
    cityCode: string,
  ): Promise<PublishedLine[]> {
    return sql.rows(
      `${PUBLISHED_LINES}
       WHERE needed_on BETWEEN $1 AND $2 AND left(kitchen.region_code, 5) = $3
       ORDER BY kitchen_id, needed_on, commodity_code`,
      [fromDate, untilDate, cityCode],
    );
  }

  publishingKitchen(sql: Sql, kitchenId: string): Promise<PublishingKitchen | undefined> {
    return sql.first(
      `SELECT state = 'active' AS is_active, partner_koperasi_id FROM party WHERE id = $1 AND kind = 'kitchen'`,
      [kitchenId],
    );
  }
}
