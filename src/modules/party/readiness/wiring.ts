import { CheckReader } from './check.reader.js';
import { ReadinessController } from './readiness.controller.js';
import { ReadinessReader } from './readiness.reader.js';

/** What a party still lacks, and whose documents wait: of the party module. */
export const readiness = {
  controllers: [ReadinessController],
  providers: [ReadinessReader, CheckReader],
};
