import { Injectable } from '@nestjs/common';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { GatewayKeys } from '../../platform/gateway/gateway.js';
import { requireSeen } from '../../platform/http/if-match.js';
import { tellParties } from '../party/index.js';
import { GatewayAccountStore } from './gateway-account.store.js';
import type { GatewayAccountRequest, GatewayAccountView } from './gateway-account.dto.js';

const isSame = (one: GatewayKeys, other: GatewayKeys): boolean =>
  one.merchantId === other.merchantId &&
  one.serverKey === other.serverKey &&
  one.clientKey === other.clientKey &&
  one.signatureKey === other.signatureKey;

/** A collector's account with the gateway: its keys go in and never come out again. */
@Injectable()
export class KeepGatewayAccount {
  constructor(
    private readonly db: Db,
    private readonly store: GatewayAccountStore,
  ) {}

  run(
    { personId }: Principal,
    partyId: string,
    request: GatewayAccountRequest,
    seen: number | undefined,
  ): Promise<GatewayAccountView> {
    return this.db.transaction(async (tx) => {
      requireSeen(await this.store.lock(tx, partyId), seen);
      const before = await this.store.open(tx, partyId);
      const isOther = before !== undefined && before.keys.merchantId !== request.merchantId;
      if (isOther) await this.requireNothingOpen(tx, partyId);
      // Another merchant has keys of its own.
      const kept = isOther ? undefined : before?.keys;
      const serverKey = request.serverKey ?? kept?.serverKey;
      const clientKey = request.clientKey ?? kept?.clientKey;
      if (serverKey === undefined || clientKey === undefined)
        throw refusePayment('GATEWAY_KEYS_MISSING', {}, serverKey === undefined ? 'serverKey' : 'clientKey');
      const wasOwn = kept !== undefined && kept.signatureKey !== kept.serverKey;
      const signatureKey =
        request.signatureKey ?? (wasOwn && request.serverKey === undefined ? kept.signatureKey : serverKey);
      const keys = { merchantId: request.merchantId, serverKey, clientKey, signatureKey };
      if (before !== undefined && !isSame(before.keys, keys)) await this.store.keepFormer(tx, partyId);
      const channels = [...new Set(request.channels)];
      await this.store.write(tx, { partyId, channels, changedBy: personId, keys });
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'gateway-account-changed', subjectType: 'party', subjectId: partyId },
        data: { keysChanged: request.serverKey !== undefined || request.signatureKey !== undefined },
      });
      // One person is enough to say where money goes, so everybody there hears of it.
      if (before === undefined || isOther)
        await tellParties(tx, {
          ...{ partyIds: [partyId], kind: 'merchant-changed', subjectType: 'party', subjectId: partyId },
          data: { merchant: keys.merchantId },
        });
      return this.show(tx, partyId);
    });
  }

  /** What was begun under a merchant can be asked and taken back under it alone. @throws Refusal */
  private async requireNothingOpen(tx: Tx, partyId: string): Promise<void> {
    const row = await tx.first<{ payments: number }>(
      `SELECT count(*)::int AS payments FROM payment WHERE payee_id = $1 AND (
         (state IN ('created', 'unknown', 'pending') AND charged_at IS NOT NULL)
         OR (journal_id IS NOT NULL AND cleared_at IS NULL AND reversal_journal_id IS NULL)
         OR EXISTS (SELECT FROM payment_refund WHERE payment_id = payment.id AND payment_refund.state = 'approved'))`,
      [partyId],
    );
    if (row !== undefined && row.payments > 0)
      throw refusePayment('GATEWAY_HAS_PAYMENTS', { payments: row.payments }, 'merchantId');
  }

  async show(sql: Sql, partyId: string): Promise<GatewayAccountView> {
    const row = await sql.first<GatewayAccountView>(
      'SELECT party_id, merchant_id, channels, changed_at, version FROM gateway_account WHERE party_id = $1',
      [partyId],
    );
    if (row === undefined) throw refusePayment('NO_GATEWAY_ACCOUNT');
    return row;
  }
}
