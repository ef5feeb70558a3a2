import { mayAdopt } from './adopt-postmaster.js';
import { checkPassword } from './check-password.js';
import { chooseAccount } from './choose-account.js';
import {
  choosePlace,
  findKeptData,
  holdsForgottenData,
  type Place,
  rememberPlace,
  settlePath,
} from './choose-place.js';
import { claimCluster, releaseCluster } from './claim-cluster.js';
import { findBinaries } from './find-binaries.js';
import { findPostmaster, type Postmaster } from './find-postmaster.js';
import { initCluster, isComplete, refuseOtherVersion, setAside } from './init-cluster.js';
import { keepSecret, SUPERUSER } from './keep-secret.js';
import { launchPostmaster, type LaunchRequest } from './launch-postmaster.js';
import { refuseStart } from './refuse-start.js';
import { resetPassword } from './reset-password.js';
import { stopPostmaster } from './stop-postmaster.js';
import { stopAtExit } from './stop-at-exit.js';
import { watchPostmaster } from './watch-postmaster.js';

export interface EmbeddedPostgres {
  /** Superuser, database "postgres". */
  adminUrl: string;
  host: string;
  port: number;
  /** The directory the data really lies in; another than asked for where `notice` says so. */
  dataDir: string;
  /** The server of a killed run was found alive and taken over. */
  adopted: boolean;
  /** Returns when no process is left. May be called again. */
  stop(): Promise<void>;
  /** Kept when the server is gone though nobody stopped it; never after `stop()`. */
  lost: Promise<void>;
  /** For the terminal, in both languages. */
  notice?: string;
}

export interface StartOptions {
  dataDir: string;
  /** False only for clusters that may be lost: no fsync. */
  durable: boolean;
  log?: (line: string) => void;
  settings?: Record<string, string>;
}

interface Running {
  postmaster: Postmaster;
  adopted: boolean;
}

type Log = (line: string) => void;

const HOST = '127.0.0.1';
const TRIES_MAX = 5;

export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const log: Log = options.log ?? (() => undefined);
  const asked = settlePath(options.dataDir);
  const account = chooseAccount(findKeptData(asked));
  const place = choosePlace(asked, account);
  const binaries = await findBinaries(account);
  await claimCluster(place.ownerFile, account);
  try {
    await settlePlace(place);
    const password = keepSecret(place.secretFile, account);
    const { durable, settings = {} } = options;
    const { dataDir, logFile } = place;
    const request: LaunchRequest = { dataDir, durable, settings, logFile, account, binaries };
    await settleData(request, password, log);
    return present(place, await run(request, password, log), password);
  } catch (error) {
    releaseCluster(place.ownerFile);
    throw error;
  }
}

/** Data its folder no longer points at is moved away, its server stopped, before we remember the place. */
async function settlePlace(place: Place): Promise<void> {
  if (holdsForgottenData(place)) {
    const orphan = findPostmaster(place.dataDir);
    if (orphan) await stopPostmaster(orphan);
    setAside(place.dataDir, 'forgotten');
  }
  rememberPlace(place);
}

async function settleData(request: LaunchRequest, password: string, log: Log): Promise<void> {
  if (isComplete(request.dataDir)) {
    refuseOtherVersion(request.dataDir, request.binaries);
    return;
  }
  log('Menyiapkan basis data untuk pertama kali... / Setting up the database for the first time...');
  await initCluster({ ...request, password });
}

/** Each round starts from what is there now: an orphan may appear, die or hold a lock in between. */
async function run(request: LaunchRequest, password: string, log: Log): Promise<Running> {
  let complaint = '';
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const orphan = findPostmaster(request.dataDir);
    if (orphan && (await mayAdopt(orphan, request, password))) return adopt(orphan, log);
    if (orphan) await stopPostmaster(orphan);
    const launched = await launchPostmaster(request);
    if (launched.state === 'READY') {
      const { postmaster } = launched;
      const check = await checkPassword(postmaster.port, password);
      if (check === 'ACCEPTED') return { postmaster, adopted: false };
      await stopPostmaster(postmaster);
      if (check === 'WRONG_PASSWORD')
        resetPassword(request.dataDir, password, request.account, request.binaries);
      complaint = check;
    } else {
      complaint = launched.complaint;
      if (launched.state === 'FAILED') break;
    }
  }
  return refuseNotStarted(request, complaint);
}

function adopt(postmaster: Postmaster, log: Log): Running {
  log(
    'Basis data dari jalan sebelumnya masih hidup; dipakai lagi. / The database of the last run is still alive; using it.',
  );
  return { postmaster, adopted: true };
}

function present(place: Place, { postmaster, adopted }: Running, password: string): EmbeddedPostgres {
  const { port } = postmaster;
  stopAtExit(postmaster);
  let stopping: Promise<void> | undefined;
  let endWatch: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    endWatch = watchPostmaster(postmaster, resolve);
  });
  const stop = async (): Promise<void> => {
    endWatch();
    await stopPostmaster(postmaster);
    releaseCluster(place.ownerFile);
  };
  return {
    adminUrl: `postgres://${SUPERUSER}:${password}@${HOST}:${port}/postgres`,
    host: HOST,
    port,
    dataDir: place.dataDir,
    adopted,
    lost,
    stop: () => (stopping ??= stop()),
    ...(place.notice === undefined ? {} : { notice: place.notice }),
  };
}

function refuseNotStarted({ dataDir, logFile }: LaunchRequest, complaint: string): never {
  const lastLines = complaint.split('\n').slice(-8).join('\n');
  return refuseStart(
    'SERVER_NOT_STARTED',
    `PostgreSQL untuk ${dataDir} tidak dapat dijalankan. Catatan lengkap: ${logFile}`,
    `PostgreSQL for ${dataDir} could not be started. Full log: ${logFile}\n${lastLines}`,
  );
}
