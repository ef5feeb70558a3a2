import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';

const MOST_LINES = 200;
const web = join(packageRoot(), 'web', 'src');

interface File {
  readonly path: string;
  readonly text: string;
}

const read = (folder: string, pattern: RegExp): File[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(web.length + 1), text: readFileSync(path, 'utf8') }));

/** Each rule's selectors, with the condition that it stands under. */
const selectorsOf = (css: string): { readonly selector: string; readonly under: string }[] => {
  const found: { selector: string; under: string }[] = [];
  const open: string[] = [];
  for (const [, head = '', brace] of css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]*)([{}])/g)) {
    if (brace === '}') {
      open.pop();
      continue;
    }
    const text = (head.split(';').at(-1) ?? '').trim().replace(/\s+/g, ' ');
    if (!text.startsWith('@')) found.push({ selector: text, under: open.join(' ') });
    open.push(text);
  }
  return found;
};

/** The names of classes that the screens write, and the beginnings of those they put together. */
const classesOf = (
  sources: readonly File[],
): { readonly whole: Set<string>; readonly begun: Set<string> } => {
  const whole = new Set<string>();
  const begun = new Set<string>();
  const braces = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}`;
  for (const { text } of sources)
    for (const [, plain, code = ''] of text.matchAll(new RegExp(`\\bclass=(?:"([^"]*)"|${braces})`, 'g')))
      for (const word of (plain ?? code).split(/[\s'"\`]+/))
        if (word.includes('${')) begun.add(word.slice(0, word.indexOf('${')));
        else whole.add(word.replace(/\W+$/, ''));
  return { whole, begun };
};

const faultsOf = (sheets: readonly File[], sources: readonly File[]): string[] => {
  const { whole, begun } = classesOf(sources);
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const { path, text } of sheets) {
    const lines = text.split('\n').length;
    if (lines > MOST_LINES) faults.push(`${path} has ${lines} lines: split it by topic`);
    for (const { selector, under } of selectorsOf(text)) {
      const key = `${under} ${selector}`;
      const before = seen.get(key);
      if (before !== undefined) faults.push(`${path} says ${selector} again, after ${before}`);
      seen.set(key, path);
      for (const [, name = ''] of selector.matchAll(/\.([a-z][\w-]*)/g))
        if (!whole.has(name) && ![...begun].some((start) => start !== '' && name.startsWith(start)))
          faults.push(`${path}: no screen has the class ${name}`);
    }
  }
  return faults;
};

describe('the styles', () => {
  const sheets = read(join(web, 'styles'), /\.css$/);
  const sources = read(web, /\.tsx?$/);

  it('say each thing once, by topic, and nothing of what no screen has', () => {
    expect(sheets.length).toBeGreaterThan(5);
    expect(faultsOf(sheets, sources)).toEqual([]);
  });

  it('are all loaded', () => {
    const all = sheets.find(({ path }) => path.endsWith('/all.css'))?.text ?? '';
    const loaded = [...all.matchAll(/'\.\/([\w-]+\.css)'/g)].map(([, name]) => `styles/${name ?? ''}`);
    expect([...loaded, 'styles/all.css'].sort()).toEqual(sheets.map(({ path }) => path));
  });

  it('are seen to say a thing twice, to be too long, and to mean nobody', () => {
    const planted = (text: string): string[] => faultsOf([...sheets, { path: 'planted.css', text }], sources);
    expect(planted('.button {\n  color: red;\n}\n')).toEqual([
      expect.stringMatching(/^planted.css says .button again, after styles\/buttons.css$/),
    ]);
    expect(planted('.nobody-has-this {\n  color: red;\n}\n')).toEqual([
      'planted.css: no screen has the class nobody-has-this',
    ]);
    expect(planted('\n'.repeat(MOST_LINES))).toHaveLength(1);
    expect(planted('@media print {\n  .button {\n    color: red;\n  }\n}\n')).toEqual([]);
  });
});
