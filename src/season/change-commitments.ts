import type { CommitmentAnswer, PoolAnswer } from './demand-answers.js';
import type { Actor } from './call-api.js';
import { itemOf } from './open-pool.js';
import type { Scene } from './scene.js';

/** A koperasi's own line of a pack, as it sees it now; a kitchen's lines that it carries are not its own. */
const ownLine = async (
  { api }: Scene,
  pool: PoolAnswer,
  officer: Actor,
  packCode: string,
): Promise<CommitmentAnswer> => {
  const lines = await api.list<CommitmentAnswer>(officer, `/pools/${pool.id}/commitments`);
  const itemId = itemOf(pool, packCode);
  const line = lines.find((each) => each.itemId === itemId && each.beneficiaryId === officer.partyId);
  if (line === undefined) throw new Error(`${officer.login} has no line of ${packCode}`);
  return line;
};

/**
 * Two officers of one koperasi change the same line, both having seen the same version: the second is refused with
 * 412, looks again and changes what is there now. Nothing is lost. @returns the refusal's code.
 */
const amendTwice = async (scene: Scene, pool: PoolAnswer): Promise<string> => {
  const { amendment } = scene.plan;
  const officer = scene.people.of(amendment.koperasi);
  const seen = await ownLine(scene, pool, officer, amendment.packCode);
  const path = `/pools/${pool.id}/commitments/${seen.id}`;
  const first = { body: { quantityPacks: amendment.firstPacks }, version: seen.version };
  const second = { body: { quantityPacks: amendment.finalPacks }, version: seen.version };
  await scene.api.call(officer, 'PATCH', path, first);
  const { code } = await scene.api.refusal(officer, 'PATCH', path, [412], second);
  const now = await ownLine(scene, pool, officer, amendment.packCode);
  await scene.api.call(officer, 'PATCH', path, { ...second, version: now.version });
  return code;
};

const withdrawOne = async (scene: Scene, pool: PoolAnswer): Promise<void> => {
  const { withdrawal } = scene.plan;
  const officer = scene.people.of(withdrawal.koperasi);
  const { id, version } = await ownLine(scene, pool, officer, withdrawal.packCode);
  await scene.api.call(officer, 'DELETE', `/pools/${pool.id}/commitments/${id}`, { version });
};

/** One koperasi amends, one withdraws a line. @returns what the officer who came second was told. */
export const changeCommitments = async (
  scene: Scene,
  pool: PoolAnswer,
): Promise<{ conflictCode: string }> => {
  const step = 'Satu pesanan diubah, satu ditarik (one amended, one withdrawn)';
  scene.tell(step, 0, 2);
  const conflictCode = await amendTwice(scene, pool);
  scene.tell(step, 1, 2);
  await withdrawOne(scene, pool);
  scene.tell(step, 2, 2);
  return { conflictCode };
};
