import { SetMetadata } from '@nestjs/common';

/** Work that falls due by the database's clock: selects what is due and not done, does it, says how much. */
export interface Scheduled {
  run(): Promise<number>;
}

export const SCHEDULED = 'sepikul:scheduled';

export interface ScheduleMark {
  readonly name: string;
}

/**
 * Marks a provider that every worker runs about twice a second; rows are claimed with SKIP LOCKED. One that asks
 * somebody outside lets what it begins run abreast (`Abreast`) and does not wait for it.
 */
export const RunsWhenDue = (name: string): ClassDecorator =>
  SetMetadata(SCHEDULED, { name } satisfies ScheduleMark);
