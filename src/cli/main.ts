import { Command, InvalidArgumentError } from 'commander';
import { ConfigError } from '../platform/config/load-config.js';
import { awardSolve } from './award-solve.js';
import { awardVerify } from './award-verify.js';
import { demo } from './demo.js';
import { doctor } from './doctor.js';
import { invariants } from './invariants.js';
import { migrateSchema, provision } from './migrate.js';
import { writeOpenApi } from './openapi.js';
import { seedRegion } from './seed.js';
import { up } from './up.js';

const positiveNumber = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('a number above 0 is needed');
  return value;
};

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
};

/** Commands that end the process do so with their code; `up` keeps running. */
const ending =
  <Args extends unknown[]>(run: (...args: Args) => Promise<unknown>) =>
  async (...args: Args): Promise<void> => {
    const code = await run(...args);
    process.exit(typeof code === 'number' ? code : 0);
  };

const program = new Command('sepikul').description('Sepikul: yang berat sama dipikul');
program
  .command('up')
  .description('run everything on this machine; plays the first season on an empty database')
  .action(() => up());
program
  .command('demo')
  .description('play a season on a throw-away database and check every promise')
  .option('--seed <number>', 'vary quantities, bids, shortages and damage', wholeNumber)
  .action(ending((options: { seed?: number }) => demo(options.seed ?? null)));
program
  .command('seed <code>')
  .description('import the koperasi of a city: 32.71, 32.75, 35.71 or 36.03')
  .action(ending((code: string) => seedRegion(code)));
program
  .command('doctor')
  .description('check every condition of start and say how to mend it')
  .action(ending(() => doctor()));
program
  .command('invariants')
  .description('check every promise as the auditor')
  .action(ending(() => invariants()));
program
  .command('migrate')
  .description('bring the schema up to date')
  .action(ending(() => migrateSchema()));
program
  .command('provision')
  .description('make roles and database, once, as a superuser')
  .requiredOption('--admin-url <url>', 'a superuser of the server')
  .option('--database <name>', 'the database', 'sepikul')
  .action(
    ending((options: { adminUrl: string; database: string }) =>
      provision(options.adminUrl, options.database),
    ),
  );
const award = program.command('award').description('the award engine by itself');
award
  .command('solve <file>')
  .description('award an OR-Library warehouse location file or a multi-lot JSON file; one JSON line')
  .option('--capacity <number>', 'for files that say "capacity" instead of a number', positiveNumber)
  .action(
    ending((file: string, options: { capacity?: number }) => awardSolve(file, options.capacity ?? null)),
  );
award
  .command('verify <file>')
  .description('recompute everything a published award says; exit 0 right, 1 wrong, 2 no such file')
  .option('--no-solve', 'do not solve the problem anew')
  .option('--json', 'one JSON line instead of a line per check')
  .action(
    ending((file: string, options: { solve: boolean; json?: true }) =>
      awardVerify(file, { solves: options.solve, json: options.json === true }),
    ),
  );
program
  .command('openapi')
  .description('write openapi.json')
  .option('--stdout', 'show it instead')
  .action(ending((options: { stdout?: true }) => writeOpenApi(options.stdout === true)));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}
