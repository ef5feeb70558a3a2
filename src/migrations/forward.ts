import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration under its name, whose last thirteen digits are its place in the order. None goes back: what is
 * wrong with a schema is mended by the next migration.
 */
export const forward = (
  name: string,
  up: (runner: QueryRunner) => Promise<void>,
): new () => MigrationInterface =>
  class implements MigrationInterface {
    readonly name = name;
    readonly up = up;

    async down(): Promise<void> {
      throw new Error('migrations go forward only');
    }
  };
