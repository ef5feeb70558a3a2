import { Command, InvalidArgumentError } from 'commander';
import { BackupRefused } from '../backup/refuse-backup.js';
import { ConfigError } from '../platform/config/load-config.js';
import { createAdmin } from './admin.js';
import { auditVerify, parseHead } from './audit-verify.js';
import { awardSolve } from './award-solve.js';
import { awardVerify } from './award-verify.js';
import { holderKey } from './committee/holder-key.js';
import { makeKey } from './committee/make-key.js';
import { openKey } from './committee/open-key.js';
import { releaseShare } from './committee/release-share.js';
import { backup } from './backup.js';
import { demo } from './demo.js';
import { doctor } from './doctor.js';
import { checkGateway } from './gateway/check-gateway.js';
import { runGateway, type GatewayOptions } from './gateway/run-gateway.js';
import { GATEWAY_PORT } from './gateway/start-own-gateway.js';
import { invariants } from './invariants.js';
import { migrateSchema, provision } from './migrate.js';
import { openingKey } from './opening-key.js';
import { writeOpenApi } from './openapi.js';
import { sealFile } from './seal-bid.js';
import { restore } from './restore.js';
import { seedRegion } from './seed.js';
import { unsealFile } from './unseal-bid.js';
import { up } from './up.js';

const positiveNumber = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('a number above 0 is needed');
  return value;
};

const oneMoreHead = (text: string, heads: readonly ReturnType<typeof parseHead>[]): typeof heads => {
  try {
    return [...heads, parseHead(text)];
  } catch (error) {
    throw new InvalidArgumentError(String(error));
  }
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
program
  .command('opening-key <file>')
  .description(
    'make the key that opens sealed bids in server mode, for OPENING_KEY_FILE; one that stands is kept',
  )
  .action(ending((file: string) => openingKey(file)));
program
  .command('admin')
  .description('administrators')
  .command('create')
  .description('add the first administrator; prints a one-time code to choose a password with')
  .requiredOption('--login <login>', 'the name they sign in with')
  .requiredOption('--name <name>', 'their name')
  .option('--another', 'though there is one already')
  .action(ending((options: { login: string; name: string; another?: true }) => createAdmin(options)));
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
const committee = program.command('committee').description('seals that two of three holders open');
const atServer = (command: Command): Command =>
  command
    .requiredOption('--url <url>', 'where Sepikul answers', 'http://127.0.0.1:3000')
    .option('--login <login>', 'who you are; left out: the session in SEPIKUL_TOKEN');
atServer(committee.command('holder-key'))
  .description('make your key to hold shares by, under a passphrase')
  .action(ending(holderKey));
atServer(committee.command('make-key <id>'))
  .description("make the key that a lot's bids are sealed to, split among its three holders")
  .option('--terms', "the id is a pool's: the key of suppliers' terms over its lots", false)
  .option('--yes', "the holders' keys have been compared", false)
  .action(ending(makeKey));
atServer(committee.command('release <id>'))
  .description('after the deadline: hand your share to the holder who opens')
  .action(ending(releaseShare));
atServer(committee.command('open <id>'))
  .description('after the deadline: open, with the share of another holder')
  .option('--wait <minutes>', 'how long to wait for it', positiveNumber, 30)
  .action(ending(openKey));
program
  .command('audit')
  .description('the chain of audit rows')
  .command('verify')
  .description('replay it from the beginning; exit 0 untouched, 1 with the first row that was touched')
  .option(
    '--head <number:hash>',
    'a head that was published, as you noted it; may be given again',
    oneMoreHead,
    [],
  )
  .option('--from-file <file>', 'heads as GET /api/v1/audit/heads answered them')
  .action(
    ending((options: { head: ReturnType<typeof parseHead>[]; fromFile?: string }) =>
      auditVerify({ heads: options.head, file: options.fromFile ?? null }),
    ),
  );
atServer(program.command('seal <file>'))
  .description('seal the terms in a JSON file on this machine and hand them in')
  .option('--lot <id>', 'the lot that the bid is for')
  .option('--pool <id>', 'the pool over all lots of which the terms are, instead of a lot')
  .requiredOption('--supplier <id>', 'who bids')
  .option(
    '--revision <number>',
    'the revision that this one replaces; left out: there is none',
    positiveNumber,
  )
  .action(ending(sealFile));
atServer(program.command('unseal <proof>'))
  .description("open a bid of yours with its committee's published key; exit 0 as sealed, 1 not, 2 not yet")
  .action(ending(unsealFile));
program
  .command('backup <directory>')
  .description('copy everything that another machine needs to go on, beside the running system')
  .option('--files <directory>', 'files that lie outside the database')
  .action(
    ending((directory: string, options: { files?: string }) => backup(directory, options.files ?? null)),
  );
program
  .command('restore <directory>')
  .description('put a backup into an untouched database')
  .option('--files <directory>', 'where files belong that lie outside the database')
  .action(
    ending((directory: string, options: { files?: string }) => restore(directory, options.files ?? null)),
  );
const gateway = program
  .command('gateway')
  .description('a payment gateway of your own that speaks like Midtrans, without real money, until Ctrl-C')
  .option('--port <number>', 'where it listens', wholeNumber, GATEWAY_PORT)
  .option('--host <host>', 'on which address', '127.0.0.1')
  .option(
    '--notify <url>',
    'where it sends notifications',
    'http://127.0.0.1:3000/api/v1/gateway/notifications',
  )
  .option('--payouts <url>', 'where it sends notifications of payouts; left out: nowhere')
  .option('--time-scale <number>', 'how many times faster it tries again', positiveNumber, 1)
  .option('--file <file>', 'where it keeps what it knows; left out: .data/local-gateway-<port>.json')
  .action(ending((options: GatewayOptions) => runGateway(options)));
gateway
  .command('check')
  .description('do all that Sepikul does with Midtrans, in the sandbox if there is a key; exit 0 as expected')
  .action(ending(() => checkGateway()));
program
  .command('openapi')
  .description('write openapi.json')
  .option('--stdout', 'show it instead')
  .action(ending((options: { stdout?: true }) => writeOpenApi(options.stdout === true)));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError || error instanceof BackupRefused ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}
