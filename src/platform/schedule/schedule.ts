import { SetMetadata } from '@nestjs/common';

/** Work that falls due by the database's clock: selects what is due and not done, does it, says how much. */
export interface Scheduled {
  run(): Promise<number>;
}

export const SCHEDULED = 'sepikul:scheduled';

/** Marks a provider that every worker runs about once a second; rows are claimed with SKIP LOCKED. */
export const RunsWhenDue = (name: string): ClassDecorator => SetMetadata(SCHEDULED, name);
