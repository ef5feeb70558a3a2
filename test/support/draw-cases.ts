import fc from 'fast-check';

/**
 * The seed that properties draw their cases from. The same on every run, so that a red build means that the
 * change broke something; `npm test -- --draw` draws other cases, `npm test -- --draw N` those of a run before.
 */
const seed = Number(process.env['SEPIKUL_DRAW'] ?? 1);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
