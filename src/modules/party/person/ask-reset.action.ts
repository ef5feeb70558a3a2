import { Injectable } from '@nestjs/common';
import { RESET_MINUTES } from '../../../core/party/word-code.js';
import { Db } from '../../../platform/db/db.js';
import { networkOf } from '../../../platform/edge/network-of.js';
import { record } from '../../../platform/event/record.js';
import { newId } from '../../../platform/new-id.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { plainLogin } from '../create-person.js';
import { PersonReader } from '../person.reader.js';
import { AttemptGate } from './attempt-gate.js';
import { deriveCode } from './derive-code.js';
import { OneTimeCodeStore } from './one-time-code.store.js';
import { ResetAsked } from './person.events.js';

/**
 * Somebody has forgotten a password: a code goes to where the person said that messages go. Asking for a login that
 * nobody has does the same work, writes the same rows and answers the same.
 */
@Injectable()
export class AskReset {
  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly codes: OneTimeCodeStore,
    private readonly gate: AttemptGate,
    private readonly key: SecretKey,
  ) {}

  /** @param address the caller's, for limits. */
  async run(typed: string, address: string): Promise<void> {
    const login = plainLogin(typed);
    await this.gate.pass([
      { gate: 'reset-account', key: login },
      { gate: 'reset-address', key: networkOf(address) },
    ]);
    const id = newId();
    const plain = deriveCode(this.key, id);
    await this.db.across('password-reset').transaction(async (tx) => {
      const person = await this.people.credentialsOf(tx, login);
      await this.codes.keep(tx, { id, personId: person?.id ?? null, plain, minutes: RESET_MINUTES });
      await record(tx, ResetAsked.of({ codeId: id }));
    });
  }
}
