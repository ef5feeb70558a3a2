import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const inRoot = (...parts) => join(ROOT, ...parts);
export const hashOf = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
export const readOr = (path, otherwise) => (fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : otherwise);
