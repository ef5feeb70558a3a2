import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { access } from '../../src/access.js';
import { packageRoot } from '../../src/platform/package-root.js';

type Files = ReadonlyMap<string, string>;

/** Routes that no screen calls, and why. */
const withoutScreen: Readonly<Record<string, string>> = {
  'PUT /api/v1/parties/:partyId/supplier-class': 'the administrator sets it by the API, once per supplier',
};
/** Where what is sent in one file shows its refusal in another. */
const shownIn: Readonly<Record<string, readonly string[]>> = {
  'payout/resolve-task.ts': ['payout/suspense-task.tsx', 'payout/bank-line.tsx'],
};

const screens = (): Files => {
  const folder = join(packageRoot(), 'web/src');
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Map(
    names
      .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|schema\.d/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
};

const graveRoutes = (): string[] =>
  Object.entries(access).flatMap(([route, row]) =>
    row.who !== 'anyone' && row.stepUp === true ? [route] : [],
  );

/** Whether what `name` holds comes to the dialog that takes the proof and sends the same again. */
const hasDialog = (text: string, name: string): boolean =>
  text.includes(`<RefusalOrProof of={${name}}`) ||
  // Several in a row: `[sending, stopping].map((each) => <RefusalOrProof …`.
  new RegExp(`\\[[^\\]]*\\b${name}\\b[^\\]]*\\]\\.map\\(\\([^)]*\\) => \\(?\\s*<RefusalOrProof`).test(text);

/** Forms that send for the screens they stand on, and show themselves what was refused: their files, by their names. */
const forms: Readonly<Record<string, readonly [file: string, name: string]>> = {
  WithReason: ['parts/with-reason.tsx', 'sending'],
  KeptField: ['party/account/kept-field.tsx', 'saving'],
};
const isInForm = (files: Files, before: string): boolean =>
  Object.entries(forms).some(
    ([form, [file, name]]) =>
      before.lastIndexOf(`<${form}`) > before.lastIndexOf('= useSend') &&
      hasDialog(files.get(file) ?? '', name),
  );

/** Calls of routes that ask for a step-up whose screens would answer with a bare refusal, or that no screen makes. */
const withoutDialog = (files: Files, routes: readonly string[], exempt: readonly string[]): string[] =>
  routes.flatMap((route) => {
    const [method = '', path = ''] = route.split(' ');
    const call = `api.${method}('${path.replace(/:(\w+)/g, '{$1}')}'`;
    const calls = [...files].flatMap(([file, raw]) => {
      const text = raw.replace(/\(\s+'/g, "('");
      return [...text.matchAll(/api\.[A-Z]+\('[^']+'/g)]
        .filter(([found]) => found === call)
        .map(({ index }) => ({ file, text, before: text.slice(0, index) }));
    });
    if (calls.length === 0) return exempt.includes(route) ? [] : [`${route}: no screen calls it`];
    if (exempt.includes(route)) return [`${route}: a screen calls it, and it is among those without`];
    return calls.flatMap(({ file, text, before }) => {
      const elsewhere = shownIn[file];
      if (elsewhere !== undefined)
        return elsewhere
          .filter((each) => files.get(each)?.includes('<RefusalOrProof') !== true)
          .map((each) => `${route}: ${each}`);
      const [, name = ''] = [...before.matchAll(/const (\w+) = useSend(?:<[^>]*>)?\(/g)].pop() ?? [];
      return hasDialog(text, name) || isInForm(files, before) ? [] : [`${route}: ${file} (${name})`];
    });
  });

describe('whoever has to prove themselves first', () => {
  it('is asked on every screen that sends such a thing, and goes on from there', () => {
    expect(withoutDialog(screens(), graveRoutes(), Object.keys(withoutScreen))).toEqual([]);
  });

  it('and a screen that shows a bare refusal is found', () => {
    const route = 'POST /api/v1/parties/:partyId/suspend';
    const call = `dataOf(api.POST(\n  '/api/v1/parties/{partyId}/suspend', {})`;
    const sends = `const other = useSend(x);\nconst stopping = useSend((api) => ${call});\n`;
    const found = (shown: string): string[] =>
      withoutDialog(new Map([['a.tsx', sends + shown]]), [route], []);
    expect(found('<Refusal of={stopping} />')).toEqual([`${route}: a.tsx (stopping)`]);
    expect(found('<RefusalOrProof of={other} />')).toEqual([`${route}: a.tsx (stopping)`]);
    expect(found('<RefusalOrProof of={stopping} />')).toEqual([]);
    expect(found('[other, stopping].map((each) => (\n <RefusalOrProof of={each} />))')).toEqual([]);
    const form = ['a.tsx', `const other = useSend(x);\n<WithReason send={(api) => ${call}} />`] as const;
    const inForm = (shown: string): string[] =>
      withoutDialog(new Map([form, ['parts/with-reason.tsx', shown]]), [route], []);
    expect(inForm('<RefusalOrProof of={sending} />')).toEqual([]);
    expect(inForm('<Refusal of={sending} />')).toEqual([`${route}: a.tsx (other)`]);
    expect(withoutDialog(new Map(), [route], [])).toEqual([`${route}: no screen calls it`]);
    expect(withoutDialog(new Map(), [route], [route])).toEqual([]);
  });
});
