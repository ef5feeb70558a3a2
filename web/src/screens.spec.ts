import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { menu, menuWords } from './frame/menu.js';
import { findScreen } from './frame/screen.js';
import { screens } from './screens.js';

const web = join(import.meta.dirname, '..');

describe('the table of screens', () => {
  it('has one row for each path, whatever its named parts are called', () => {
    const shapes = screens.map(({ path }) => path.replace(/:\w+/g, ':'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('reaches every row: none before it takes its path', () => {
    for (const row of screens) {
      const path = row.path.replace(/:(\w+)/g, 'a-$1');
      expect(findScreen(screens, path)?.row.path).toBe(row.path);
    }
  });

  it.each(screens.map(({ path, source }) => ({ path, source })))(
    '$path lies in the file it names, and is what that file exports',
    async ({ path, source }) => {
      expect(source).toMatch(/^src\/[a-z-]+(?:\/[a-z-]+)?\/[a-z0-9-]+\.screen\.tsx$/);
      expect(existsSync(join(web, source))).toBe(true);
      const row = screens.find((one) => one.path === path);
      const named = (await import(join(web, source))) as { default: unknown };
      expect((await row?.load())?.default).toBe(named.default);
    },
  );
});

describe('the menu', () => {
  it.each(menu.map(({ path, name, kinds }) => ({ path, name, kinds })))(
    '$path is a screen, open to whom it is offered',
    ({ path, kinds }) => {
      const { who } = findScreen(screens, path)?.row ?? {};
      expect(who).toBeDefined();
      const refused = Array.isArray(who) ? kinds.filter((kind) => !who.includes(kind)) : [];
      expect(refused).toEqual([]);
    },
  );

  it('offers nothing twice to one kind of party', () => {
    const offers = menu.flatMap(({ path, kinds }) => kinds.map((kind) => `${kind} ${path}`));
    expect(new Set(offers).size).toBe(offers.length);
    for (const { name } of menu) expect(menuWords.id[name]).not.toBe('');
  });
});

describe('finding the screen of a path', () => {
  const row = (path: string) => ({
    path,
    who: 'anyone' as const,
    source: '',
    load: () => Promise.reject(new Error('not fetched here')),
  });
  const rows = [row('/'), row('/putaran'), row('/putaran/:poolId'), row('/putaran/:poolId/paket/:lotId')];

  it.each([
    ['/', '/', {}],
    ['/putaran/', '/putaran', {}],
    ['/putaran/p%201', '/putaran/:poolId', { poolId: 'p 1' }],
    ['/putaran/1/paket/2', '/putaran/:poolId/paket/:lotId', { poolId: '1', lotId: '2' }],
  ])('%s is %s', (path, wanted, params) => {
    const found = findScreen(rows, path);
    expect(found?.row.path).toBe(wanted);
    expect(found?.params).toEqual(params);
  });

  it.each(['/tidak-ada', '/putaran/1/2', '/putaran/%E0%A4%A', '/putaran/1/paket'])('%s is none', (path) => {
    expect(findScreen(rows, path)).toBeUndefined();
  });
});
