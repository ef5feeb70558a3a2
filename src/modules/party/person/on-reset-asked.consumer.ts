import { Injectable } from '@nestjs/common';
import { wordCode } from '../../../core/party/word-code.js';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { Messenger } from '../../../platform/messenger/messenger.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { deriveCode } from './derive-code.js';
import { hashCode } from '../hash-code.js';
import { readCode } from './make-code.js';
import { ResetAsked } from './person.events.js';

interface CodeToSend {
  readonly codeHash: Buffer;
  readonly contact: string | null;
}

/** Sends a one-time code, after the request that asked for it; a second sending carries the same code and id. */
@Injectable()
@Consumes('party.on-reset-asked', ResetAsked)
export class OnResetAsked implements Consumer<{ codeId: string }> {
  constructor(
    private readonly messenger: Messenger,
    private readonly key: SecretKey,
  ) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<{ codeId: string }>): Promise<void> {
    const code = await tx.first<CodeToSend>(
      `SELECT code_hash, contact FROM one_time_code JOIN person ON person.id = person_id
       WHERE one_time_code.id = $1 AND used_at IS NULL AND expires_at > clock_timestamp() AND disabled_at IS NULL`,
      [payload.codeId],
    );
    if (code === undefined || code.contact === null) return;
    const plain = deriveCode(this.key, payload.codeId);
    if (!hashCode(readCode(plain)).equals(code.codeHash))
      throw new Error('this worker has another SECRET_KEY than the process that was asked for the code');
    await this.messenger.send({ id: payload.codeId, to: code.contact, text: wordCode(plain) });
  }
}
