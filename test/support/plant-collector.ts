import type { PartyKind, Principal } from '../../src/platform/auth/principal.js';
import type { Channel } from '../../src/platform/gateway/gateway.js';
import type { TestDatabase } from './database.js';
import { KEYS, paymentsOf } from './play-gateway.js';
import { plantParty } from './plant-lot.js';
import { as, plantMember } from './plant-member.js';
import type { ScriptedGateway } from './scripted-gateway.js';

export interface Collector {
  readonly stage: ReturnType<typeof paymentsOf>;
  readonly payeeId: string;
  readonly payerId: string;
  /** The treasurer of each. */
  readonly payee: Principal;
  readonly payer: Principal;
}

/** Somebody who collects through the gateway, by these channels, and a koperasi that pays; no ask of before is left. */
export const plantCollector = async (
  test: TestDatabase,
  gateway: ScriptedGateway,
  kind: PartyKind,
  channels: readonly Channel[],
): Promise<Collector> => {
  const stage = paymentsOf(test, gateway);
  await test.db.change('UPDATE gateway_ask SET due_at = NULL');
  const payeeId = await plantParty(test.owner, kind);
  const payerId = await plantParty(test.owner, 'koperasi');
  const payee = await plantMember(test.owner, kind, payeeId, 'treasurer');
  const payer = await plantMember(test.owner, 'koperasi', payerId, 'treasurer');
  await as(payee, () => stage.keeping.run(payee, payeeId, { ...KEYS, channels: [...channels] }, undefined));
  return { stage, payeeId, payerId, payee, payer };
};
