import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Part } from './manifest.js';
import { refuseBackup } from './refuse-backup.js';

/** Lets bytes through and counts and hashes them. */
class Meter extends Transform {
  bytes = 0;
  private readonly hash: Hash = createHash('sha256');

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

/** Writes a stream to a file of the backup that only its owner can read. */
export const writePart = async (
  directory: string,
  file: string,
  source: Readable,
  ...through: Transform[]
): Promise<Part> => {
  const path = join(directory, file);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const meter = new Meter();
  await pipeline([source, ...through, meter, createWriteStream(path, { mode: 0o600, flush: true })]);
  return { file, bytes: meter.bytes, sha256: meter.sha256() };
};

/** Reads every part through. @throws BackupRefused at the first that is not as the manifest says. */
export const checkParts = async (directory: string, parts: readonly Part[]): Promise<void> => {
  for (const { file, bytes, sha256 } of parts) {
    const meter = new Meter();
    await pipeline(createReadStream(join(directory, file)), meter.resume()).catch(() => undefined);
    if (meter.bytes !== bytes || meter.sha256() !== sha256)
      refuseBackup(`${file} rusak atau hilang`, `${file} is damaged or missing`);
  }
};
