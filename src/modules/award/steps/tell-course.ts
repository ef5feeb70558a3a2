import type { Move } from '../../../core/award/steps/course.js';
import { humanSteps } from '../../../core/award/steps/human-steps.js';
import { wordEnding } from '../../../core/award/steps/word-ending.js';
import type { HappeningKind } from '../../../core/party/happenings.js';
import type { Tx } from '../../../platform/db/sql.js';
import { buyersOf, tellLot, type LotFacts } from '../../lot/index.js';
import type { LockedCourse } from './course.store.js';

/** What of a course is told about: its lot, and who stands behind it. */
type Told = Pick<LockedCourse, 'lotId' | 'organiserId'>;

const tell = <Kind extends HappeningKind>(
  tx: Tx,
  { lotId }: Told,
  partyIds: readonly string[],
  kind: Kind,
  facts: LotFacts<Kind>,
): Promise<void> => tellLot(tx, lotId, partyIds, kind, facts);

/** Everybody with a line in the lot, everybody who bid for it, and the organiser. */
const everybody = async (tx: Tx, { lotId, organiserId }: Told): Promise<string[]> => {
  const bidders = await tx.rows<{ id: string }>(
    'SELECT supplier_id AS id FROM bid WHERE lot_id = $1 ORDER BY id',
    [lotId],
  );
  return [organiserId, ...(await buyersOf(tx, lotId)), ...bidders.map(({ id }) => id)];
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
