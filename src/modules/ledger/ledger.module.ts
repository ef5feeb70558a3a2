import { Module } from '@nestjs/common';
import { CheckReader } from './check.reader.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerReader } from './ledger.reader.js';
import { MakeStatement } from './make-statement.js';
import { RollUpPostings } from './roll-up-postings.js';
import { RunNightlyChecks } from './run-nightly-checks.action.js';
import { LedgerStatementController } from './statement.controller.js';
import { StatementReader } from './statement.reader.js';

@Module({
  controllers: [LedgerController, LedgerStatementController],
  providers: [CheckReader, LedgerReader, MakeStatement, RollUpPostings, RunNightlyChecks, StatementReader],
  exports: [LedgerReader],
})
export class LedgerModule {}
