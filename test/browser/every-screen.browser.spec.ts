import { plantSeason } from '../fuzz/plant-season.js';
import { keyboardFaults } from '../support/by-keyboard.js';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import {
  axeFindsInBothThemes,
  crowdedPlaces,
  doubleText,
  overflowOf,
  wordsOfOtherLanguage,
} from '../support/look-at-page.js';
import { builtScreens } from '../support/built-web.js';
import { overBudget } from '../support/measure-load.js';
import { signIn, startRiver, until, type River } from '../support/river.js';
import { fillPath, loginOf } from '../support/screen-ids.js';

const screens = await builtScreens();

/** Looked at where somebody pays, or not yet: the planted season has neither a gateway nor payouts. */
const elsewhere = new Set(['/pembayaran/:paymentId', '/utang/:payoutId']);

/** Each screen as each kind of party it is for, and those for anyone as nobody. */
const cases = screens.flatMap<{ path: string; kind: string | null }>(({ path, who }) => {
  if (elsewhere.has(path)) return [];
  if (who === 'anyone') return [{ path, kind: null }];
  if (who === 'signed-in') return [{ path, kind: 'koperasi' }];
  // Keys of a gateway are the treasurer's.
  if (path === '/akun-bayar' || path === '/akun-bayar-keluar') return [{ path, kind: 'treasurer' }];
  const kinds = who.filter((kind) => kind === 'koperasi' || kind in loginOf);
  // Two see it differently enough.
  return kinds.slice(0, 2).map((kind) => ({ path, kind }));
});

/** What is asked of every screen, whatever it shows: on the narrowest phone, in both themes, with letters of twice the size, by keyboard alone, within the budgets. */
describe('every screen', () => {
  let river: River;
  let visits: Visits;
  const visitors = new Map<string | null, { visitor: Visitor; partyId: string | null }>();

  beforeAll(async () => {
    river = await startRiver();
    await plantSeason(river);
    visits = await openBrowser(river);
  });
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  /** Of the koperasi the one that shows most: goods have come, and their invoice is written. */
  const buyer = (): Promise<string> =>
    until('an invoice is written', async () => {
      const { rows } = await river.database.owner.query<{ login: string }>(
        `SELECT login FROM invoice JOIN membership ON party_id = koperasi_id JOIN person ON person.id = person_id
         WHERE login LIKE 'kop-%' ORDER BY login LIMIT 1`,
      );
      return rows[0]?.login;
    });
  const loginFor = async (kind: string): Promise<string> =>
    kind === 'koperasi' ? buyer() : (loginOf[kind] ?? '');

  /** One device for each kind of party: signing in again and again would be what the limits are for. */
  const visitorOf = async (kind: string | null): Promise<{ visitor: Visitor; partyId: string | null }> => {
    const known = visitors.get(kind);
    if (known !== undefined) return known;
    const visitor = await visits.arrive({ size: 'narrow' });
    // So is answered for a week nobody has written down, and for an account nobody has opened.
    visitor.expectErrors(/status of 404.*\/requirements\//, /status of 409.*\/gateway-account/);
    let partyId: string | null = null;
    if (kind !== null) {
      const login = await loginFor(kind);
      ({ partyId } = await signIn(river, login));
      await visitor.arriveSignedIn(login);
    }
    const made = { visitor, partyId };
    visitors.set(kind, made);
    return made;
  };

  /** The same screen on a wide one, in English. */
  const faultsAtTheDesk = async ({ page, context, go }: Visitor): Promise<string[]> => {
    await context.addCookies([{ name: 'lang', value: 'en', url: river.baseUrl }]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await go(new URL(page.url()).pathname);
    const faults = (await overflowOf(page)).map((text) => `at 1280 px: ${text}`);
    faults.push(...(await wordsOfOtherLanguage(page, 'en')));
    await context.addCookies([{ name: 'lang', value: 'id', url: river.baseUrl }]);
    return faults;
  };

  it.each(cases)('$path for $kind', async ({ path, kind }) => {
    const { visitor, partyId } = await visitorOf(kind);
    const { page } = visitor;
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const faults = await overBudget(visitor, await fillPath(river, path, partyId), kind === null, {
      byKind: true,
    });
    const headings = await page.locator('h1').allInnerTexts();
    if (headings.length !== 1) faults.push(`headings of the first order: ${JSON.stringify(headings)}`);
    const title = await page.title();
    if (!/\S · \S|^Sepikul/.test(title)) faults.push(`the tab says ${title}`);
    if ((await page.locator('.notice-danger, main .notice code').count()) > 0)
      faults.push(`the screen was refused: ${await page.locator('.notice').first().innerText()}`);
    faults.push(...(await overflowOf(page)).map((text) => `at 320 px: ${text}`));
    // From here on with everything opened that was folded.
    faults.push(...(await keyboardFaults(page, visitor.settled)));
    faults.push(...(await overflowOf(page)).map((text) => `at 320 px, opened: ${text}`));
    faults.push(...(await axeFindsInBothThemes(page)));
    await page.setViewportSize({ width: 360, height: 740 });
    await doubleText(page);
    faults.push(
      ...[...(await overflowOf(page)), ...(await crowdedPlaces(page))].map((text) => `at 200 %: ${text}`),
    );
    faults.push(...(await wordsOfOtherLanguage(page, 'id')));
    faults.push(...(await faultsAtTheDesk(visitor)));
    await page.setViewportSize({ width: 320, height: 640 });
    expect(faults).toEqual([]);
  });

  it('has no screen that nobody here may see', () => {
    const seen = new Set(cases.map(({ path }) => path));
    expect(screens.map(({ path }) => path).filter((path) => !seen.has(path) && !elsewhere.has(path))).toEqual(
      [],
    );
  });
});
