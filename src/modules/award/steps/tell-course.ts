import type { Move } from '../../../core/award/steps/course.js';
import { humanSteps } from '../../../core/award/steps/human-steps.js';
import { wordEnding } from '../../../core/award/steps/word-ending.js';
import type { HappeningData, HappeningKind } from '../../../core/party/happenings.js';
import type { Tx } from '../../../platform/db/sql.js';
import { tellParties } from '../../party/index.js';
import type { LockedCourse } from './course.store.js';

interface Named {
  readonly pool: string;
  readonly itemId: string;
  readonly itemEn: string;
}

/** Facts of a kind, besides the lot's name. */
type Facts<Kind extends HappeningKind> = Omit<HappeningData<Kind>, 'pool' | 'item'>;

/** What of a course is told about: its lot, and who stands behind it. */
type Told = Pick<LockedCourse, 'lotId' | 'organiserId'>;

const tell = async <Kind extends HappeningKind>(
  tx: Tx,
  { lotId }: Told,
  partyIds: readonly string[],
  kind: Kind,
  facts: Facts<Kind>,
): Promise<void> => {
  const named = await tx.first<Named>(
    `SELECT title AS pool, name_id AS item_id, name_en AS item_en
     FROM lot JOIN pool ON pool.id = lot.pool_id JOIN pool_item ON pool_item.id = item_id
     JOIN commodity ON commodity.code = commodity_code WHERE lot.id = $1`,
    [lotId],
  );
  if (named === undefined) throw new Error(`lot ${lotId} has no name`);
  const data = { ...facts, pool: named.pool, item: { id: named.itemId, en: named.itemEn } };
  await tellParties(tx, {
    partyIds,
    kind,
    subjectType: 'lot',
    subjectId: lotId,
    data: data as unknown as HappeningData<Kind>,
  });
};

/** Everybody with a line in the lot, everybody who bid for it, and the organiser. */
const everybody = async (tx: Tx, { lotId, organiserId }: Told): Promise<string[]> => {
  const rows = await tx.rows<{ id: string }>(
    `SELECT koperasi_id AS id FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id WHERE lot_id = $1
     UNION SELECT beneficiary_id FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id WHERE lot_id = $1
     UNION SELECT supplier_id FROM bid WHERE lot_id = $1 ORDER BY id`,
    [lotId],
  );
  return [organiserId, ...rows.map(({ id }) => id)];
};

const tellContracts = async (tx: Tx, course: LockedCourse, until: string): Promise<void> => {
  const lines = await tx.rows<{ supplierId: string; packs: number }>(
    'SELECT supplier_id, packs FROM award_line WHERE award_id = $1 ORDER BY supplier_id',
    [course.awardId],
  );
  for (const { supplierId, packs } of lines)
    await tell(tx, course, [supplierId], 'contract-to-sign', { packs, until });
};

/** Tells everybody concerned that their lot has ended, and why. */
export const tellFailed = async (
  tx: Tx,
  course: Told,
  reason: Parameters<typeof wordEnding>[0],
): Promise<void> =>
  tell(tx, course, await everybody(tx, course), 'lot-failed', { reason: wordEnding(reason) });

export const tellObjection = (tx: Tx, course: LockedCourse, partyId: string, reason: string): Promise<void> =>
  tell(tx, course, [course.organiserId, partyId], 'objection-made', { reason });

export const tellAnswer = (
  tx: Tx,
  course: LockedCourse,
  partyId: string,
  answer: 'upheld' | 'rejected',
  reason: string,
): Promise<void> => tell(tx, course, [partyId], `objection-${answer}`, { reason });

/** Tells those concerned what a move brought about; `until` is when the step that began now is due. */
export const tellMove = async (
  tx: Tx,
  course: LockedCourse,
  move: Move,
  { until, isBySystem }: { until: Date | null; isBySystem: boolean },
): Promise<void> => {
  const untilText = until?.toISOString() ?? '';
  const awarded = course.award.awardedPacks;
  switch (move.kind) {
    case 'stay':
    case 'endorse':
      return;
    case 'call-deputy': {
      if (course.step === null) return;
      const step = humanSteps[course.step.name].title;
      const facts = { step, until: course.step.defaultAt.toISOString() };
      return tell(tx, course, [course.organiserId], 'deputy-called', facts);
    }
    case 'propose':
      if (isBySystem) await tell(tx, course, [course.organiserId], 'award-proposed-by-system', {});
      return move.next === 'objection'
        ? tell(tx, course, await everybody(tx, course), 'standstill-begun', { awarded, until: untilText })
        : tell(tx, course, await everybody(tx, course), 'award-proposed', { awarded });
    case 'next': {
      const objections = course.objections.filter(({ answer }) => answer === null).length;
      if (move.next === 'answer')
        await tell(tx, course, [course.organiserId], 'objections-to-answer', {
          objections,
          until: untilText,
        });
      return;
    }
    case 'approve':
      await tell(tx, course, await everybody(tx, course), 'award-approved', { until: untilText });
      return tellContracts(tx, course, untilText);
    case 'contract':
      return tell(tx, course, await everybody(tx, course), 'contracts-signed', {});
    case 'replace': {
      for (const { bidId, reason } of move.out) {
        const bid = course.bids.find((each) => each.bidId === bidId);
        if (bid) await tell(tx, course, [bid.supplierId], 'bid-out', { reason: wordEnding(reason) });
      }
      const reason = wordEnding(move.out[0]?.reason ?? 'NOT_SIGNED');
      return tell(tx, course, await everybody(tx, course), 'award-replaced', { reason });
    }
    case 'approve-nothing':
    case 'fail':
      return tellFailed(tx, course, move.reason);
  }
};
