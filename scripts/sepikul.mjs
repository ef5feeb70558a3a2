#!/usr/bin/env node
/** The `sepikul` command: makes sure that packages and build are there, then runs it. */
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/cli/main.js');
