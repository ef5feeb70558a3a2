import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');

const planted = [
  {
    fault: 'a wait in core',
    file: 'src/core/pool/planted.ts',
    text: 'export const wait = async (answer: Promise<number>) => await answer;',
    rule: 'no-restricted-syntax',
  },
  {
    fault: 'the clock in core',
    file: 'src/core/pool/planted.ts',
    text: 'export const nowMs = () => Date.now();',
    rule: 'no-restricted-syntax',
  },
  {
    fault: 'a date of now in core',
    file: 'src/core/pool/planted.ts',
    text: 'export const today = () => new Date();',
    rule: 'no-restricted-syntax',
  },
  {
    fault: 'chance in core',
    file: 'src/core/pool/planted.ts',
    text: 'export const draw = () => Math.random();',
    rule: 'no-restricted-syntax',
  },
  {
    fault: 'a file read in core',
    file: 'src/core/pool/planted.ts',
    text: `export { readFileSync } from 'node:fs';`,
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    fault: 'more of node:crypto than its hash in core',
    file: 'src/core/pool/planted.ts',
    text: `import { randomUUID } from 'node:crypto';\nexport const id = () => randomUUID();`,
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    fault: 'a process variable in core',
    file: 'src/core/pool/planted.ts',
    text: 'export const zone = () => process.env.TZ;',
    rule: 'no-restricted-globals',
  },
  {
    fault: "node's Buffer in what a browser runs",
    file: 'src/seal/planted.ts',
    text: `export const none = () => Buffer.alloc(0);`,
    rule: 'no-restricted-globals',
  },
  {
    fault: 'console in a module',
    file: 'src/modules/pool/planted.ts',
    text: `console.log('closed');`,
    rule: 'no-console',
  },
  {
    fault: 'any in a module',
    file: 'src/modules/pool/planted.ts',
    text: 'export const loose = (row: unknown) => row as any;',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    fault: 'a spreadsheet whose texts nobody makes plain',
    file: 'src/modules/pool/planted.ts',
    text: `export { default } from 'write-excel-file/node';`,
    rule: 'no-restricted-imports',
  },
  {
    fault: 'a file of 301 lines',
    file: 'src/modules/pool/planted.ts',
    text: Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};`).join('\n'),
    rule: 'max-lines',
  },
  {
    fault: "a style in a screen, which the page's policy would not let through",
    file: 'web/src/pool/planted.tsx',
    text: `export const Wide = () => <p style="width: 50%">rice</p>;`,
    rule: 'no-restricted-syntax',
  },
  {
    fault: 'a text of others read as HTML',
    file: 'web/src/pool/planted.tsx',
    text: 'export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;',
    rule: 'no-restricted-syntax',
  },
  {
    fault: 'a process variable in a screen',
    file: 'web/src/pool/planted.ts',
    text: 'export const zone = () => process.env.TZ;',
    rule: 'no-restricted-globals',
  },
  {
    fault: 'a test left out',
    file: 'test/story/planted.story.spec.ts',
    text: `it.skip('buys rice', () => undefined);`,
    rule: 'no-restricted-syntax',
  },
];

const lawful = [
  {
    file: 'src/core/pool/planted.ts',
    text: `import { createHash } from 'node:crypto';\nexport const at = (nowMs: number) => [new Date(nowMs), createHash('sha256')];`,
  },
  { file: 'web/src/pool/planted.tsx', text: `export const Rice = () => <p class="lead">rice</p>;` },
  { file: 'src/cli/planted.ts', text: `console.log('ready');` },
  {
    file: 'src/modules/pool/planted.ts',
    text: 'export const wait = async (answer: Promise<number>) => await answer;',
  },
];

describe('the linter carries the laws', () => {
  // Types are what takes time, and none of these laws needs them.
  const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

  const rulesBrokenBy = async (file: string, text: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  it.each(planted)('catches $fault', async ({ file, text, rule }) => {
    expect(await rulesBrokenBy(file, text)).toContain(rule);
  });

  it.each(lawful)('leaves lawful lines in $file alone', async ({ file, text }) => {
    expect(await rulesBrokenBy(file, text)).toEqual([]);
  });

  it('asks for exhaustive switches where types are known', async () => {
    const typed = new ESLint({ cwd: root });
    const config = (await typed.calculateConfigForFile(join(root, 'src/core/pool/planted.ts'))) as {
      rules: Record<string, unknown[]>;
    };
    expect(config.rules['@typescript-eslint/switch-exhaustiveness-check']?.[0]).toBe(2);
  });
});
