import { Inject, Injectable } from '@nestjs/common';
import {
  changeCapabilities,
  type Capabilities,
  type Outlet,
} from '../../../core/party/change-capabilities.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import type { Tx } from '../../../platform/db/sql.js';
import { CIVIL_DAY } from '../qualification/civil-day.js';
import { tellParties } from '../tell-parties.js';
import type { CapabilityChangeRequest, DecisionView } from './decision.dto.js';
import { DecisionReader } from './decision.reader.js';
import type { LockedDecision } from './decision.store.js';
import { proposeDecision } from './propose-decision.js';

/** Judges a change by what the outlet is now, under its lock. @throws Refusal */
const judge = async (tx: Tx, organiserId: string, outletId: string, next: Capabilities): Promise<void> => {
  const organiser = await tx.first<{ regionCode: string | null }>(
    'SELECT region_code FROM party WHERE id = $1',
    [organiserId],
  );
  await tx.first('SELECT id FROM party WHERE id = $1 FOR NO KEY UPDATE', [outletId]);
  const outlet = await lookAcross(tx, 'judge-supplier', () =>
    tx.first<Outlet>(
      `SELECT kind, region_code, storage_kg, 'cold-store' = ANY (capabilities) AS has_cold_store,
         needs_cold_store(id) AS needs_cold_store, EXISTS (
           SELECT FROM party_document WHERE party_id = party.id AND party_document.kind = 'cold-store'
             AND party_document.state = 'accepted' AND (expires_on >= ${CIVIL_DAY}) IS NOT FALSE) AS is_cold_store_shown
       FROM party WHERE id = $1`,
      [outletId],
    ),
  );
  if (organiser === undefined || outlet === undefined) throw refuseParty('PARTY_NOT_FOUND');
  changeCapabilities(outlet, next, organiser);
};

/** What an organiser's people say that an outlet of their region has: proposed by one, in force when another agrees. */
@Injectable()
export class ChangeCapabilities {
  constructor(
    private readonly db: Db,
    private readonly reader: DecisionReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  propose(personId: string, partyId: string, request: CapabilityChangeRequest): Promise<DecisionView> {
    const { subjectId, storageKg = null, hasColdStore, reason } = request;
    return this.db.transaction(async (tx) => {
      await judge(tx, partyId, subjectId, { storageKg, hasColdStore });
      const id = await proposeDecision(tx, personId, {
        ...{ kind: 'capabilities', partyId, subjectId, hours: this.config.DECISION_HOURS },
        terms: { reason, storageKg, hasColdStore },
      });
      return this.reader.one(tx, personId, id);
    });
  }
}

/** The second person agrees: judged again as of now, then it holds at once. @throws Refusal */
export const applyCapabilities = async (
  tx: Tx,
  personId: string,
  { partyId, subjectId, terms }: Pick<LockedDecision, 'subjectId' | 'terms'> & { readonly partyId: string },
): Promise<void> => {
  const next: Capabilities = {
    storageKg: typeof terms.storageKg === 'number' ? terms.storageKg : null,
    hasColdStore: terms.hasColdStore === true,
  };
  await judge(tx, partyId, subjectId, next);
  await tx.change(
    `UPDATE party SET storage_kg = coalesce($2, storage_kg), version = version + 1,
       capabilities = array_remove(capabilities, 'cold-store') || CASE WHEN $3 THEN '{cold-store}'::text[] ELSE '{}' END
     WHERE id = $1`,
    [subjectId, next.storageKg, next.hasColdStore],
  );
  await writeAudit(tx, {
    ...{ actorId: personId, action: 'capabilities-changed', subjectType: 'party', subjectId },
    data: { storageKg: next.storageKg, hasColdStore: next.hasColdStore },
  });
  const { storageKg } = next;
  await tellParties(tx, {
    ...{ partyIds: [subjectId], kind: 'capabilities-changed', subjectType: 'party', subjectId },
    data: {
      storage:
        storageKg === null
          ? { id: 'seperti semula', en: 'as much as before' }
          : { id: `${storageKg.toLocaleString('id-ID')} kg`, en: `${storageKg.toLocaleString('en-GB')} kg` },
      coldStore: next.hasColdStore ? { id: 'ada', en: 'yes' } : { id: 'tidak ada', en: 'no' },
      reason: String(terms.reason ?? '-'),
    },
  });
};
