/** node scripts/write-env-example.mjs: writes .env.example anew after a change of src/platform/config/*-settings.ts. */
import { writeFileSync } from 'node:fs';
import { prepare } from './prepare.mjs';

await prepare();
const { envExample } = await import('../dist/platform/config/env-example.js');
const { settings } = await import('../dist/platform/config/settings.js');
writeFileSync(new URL('../.env.example', import.meta.url), envExample(settings));
