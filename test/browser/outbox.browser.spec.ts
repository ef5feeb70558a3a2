import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser, type Visits } from '../support/browser.js';
import { builtFile } from '../support/built-web.js';
import { koperasiLogins } from '../support/given.js';
import { NEXT_VERSION, releasesAt } from '../support/release-build.js';
import { signIn, startRiver, until, type River } from '../support/river.js';

const COUNT = 200;
/** Of so many requests one never arrives, and the answer of another is lost. */
const LOSE_EVERY = 66;
/** Each loss is followed by a pause, as on a weak signal. */
const PATIENCE_MS = 150_000;

interface Received {
  readonly path: string;
  readonly body: string;
  times: number;
}

/** Puts receipts into the phone's outbox as the screens do, or all that is there back to before it was sent. */
const inOutbox = (work: string): string => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('sepikul-outbox');
  opening.onupgradeneeded = () => opening.result.createObjectStore('entries');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const change = opening.result.transaction('entries', 'readwrite');
    const entries = change.objectStore('entries');
    ${work}
    change.oncomplete = () => { opening.result.close(); resolve(true); };
    change.onerror = () => reject(change.error);
  };
})`;

const lineUp = (personId: string, partyId: string): string =>
  inOutbox(`for (let place = 1; place <= ${COUNT}; place += 1) {
    const drop = '00000000-0000-4000-8000-' + String(place).padStart(12, '0');
    const body = { lines: [{ lineId: drop, acceptedPacks: place, quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 }] };
    entries.put({
      id: 'receipt-key-of-' + drop, personId: '${personId}', partyId: '${partyId}', place, savedAtMs: Date.now(),
      state: 'saved', attempts: 0, nextAtMs: 0, receivedAt: null, receivedVersion: null, problem: null,
      kind: 'receipt', subject: 'drop:' + drop, title: 'Kiriman ' + place, href: '/kiriman/' + drop,
      method: 'POST', path: '/api/v1/drops/' + drop + '/receipt', body,
    }, 'receipt-key-of-' + drop);
  }`);

const replay = inOutbox(`const all = entries.getAll();
  all.onsuccess = () => all.result.forEach((entry) => entries.put({ ...entry, state: 'saved', nextAtMs: 0 }, entry.id));`);

describe('the outbox of a phone', () => {
  let river: River;
  let visits: Visits;
  let login: string;

  beforeAll(async () => {
    river = await startRiver();
    [login = ''] = await koperasiLogins(river, 1);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  it(`brings ${COUNT} receipts to the server, each as one, with losses, a reload and all of it replayed`, async () => {
    const { personId, partyId } = await signIn(river, login);
    const visitor = await visits.arrive();
    const { page, context, go } = visitor;
    visitor.expectErrors(/net::ERR_/);
    const received = new Map<string, Received>();
    let requests = 0;
    await context.route(/\/api\/v1\/drops\/[^/]+\/receipt$/, async (route) => {
      requests += 1;
      const request = route.request();
      const key = request.headers()['idempotency-key'] ?? '';
      if (requests % LOSE_EVERY === 0) return route.abort();
      const known = received.get(key);
      if (known === undefined)
        received.set(key, {
          path: new URL(request.url()).pathname,
          body: request.postData() ?? '',
          times: 1,
        });
      else known.times += 1;
      if (requests % LOSE_EVERY === LOSE_EVERY / 2) return route.abort();
      return route.fulfill({ json: {} });
    });
    const allReceived = async (): Promise<void> => {
      const deadline = Date.now() + PATIENCE_MS;
      for (;;) {
        // In this order: before the phone has read its own there is nothing that waits either.
        const listed = await page.locator('main article').count();
        const waiting = await page.getByRole('button', { name: 'Kirim sekarang' }).count();
        if (waiting === 0 && listed === COUNT) return;
        if (Date.now() > deadline) throw new Error(`${received.size} received, ${listed} listed`);
        await pause(250);
      }
    };

    await visitor.arriveSignedIn(login);
    await go('/kotak-keluar');
    await page.evaluate(lineUp(personId, partyId));
    await go('/kotak-keluar');
    await until('some have been received', () => Promise.resolve(received.size > 30 ? true : undefined));
    // In the middle of it the app is closed and opened again.
    await go('/kotak-keluar');
    await allReceived();
    expect(received.size).toBe(COUNT);
    expect(new Set([...received.values()].map(({ path }) => path)).size).toBe(COUNT);
    expect([...received.values()].every(({ path, body }) => body.includes(path.split('/')[4] ?? '?'))).toBe(
      true,
    );
    // In the order in which they were written.
    expect([...received.keys()]).toEqual([...received.keys()].sort());

    await page.evaluate(replay);
    await go('/kotak-keluar');
    await allReceived();
    // Each came again under the key that the server knows it by.
    expect(received.size).toBe(COUNT);
    expect([...received.values()].every(({ times }) => times >= 2)).toBe(true);
  });

  it('is emptied when the person leaves', async () => {
    const { personId, partyId } = await signIn(river, login);
    const visitor = await visits.arrive();
    const { page, go } = visitor;
    await visitor.arriveSignedIn(login);
    await page.route(/\/receipt$/, (route) => route.abort());
    visitor.expectErrors(/net::ERR_/);
    await go('/kotak-keluar');
    await page.evaluate(lineUp(personId, partyId));
    await go('/akun');
    await page.getByText('kiriman belum diterima server').waitFor();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    const left = await page.evaluate<(string | undefined)[]>(
      `indexedDB.databases().then((all) => all.map(({ name }) => name))`,
    );
    expect(left).toEqual([]);
  });

  it('sends what one person left on a shared phone in nobody else’s name, and keeps it for them', async () => {
    const [ani = '', budi = ''] = await koperasiLogins(river, 2);
    const { personId, partyId } = await signIn(river, ani);
    const visitor = await visits.arrive();
    const { page, context, go } = visitor;
    const senders = new Set<string>();
    await context.route(/\/api\/v1\/drops\/[^/]+\/receipt$/, (route) => {
      senders.add(route.request().headers().authorization ?? '');
      return route.fulfill({ json: {} });
    });
    await visitor.signIn(budi);
    await page.evaluate(lineUp(personId, partyId));
    await go('/kotak-keluar');
    await page.getByText(`${COUNT} kiriman orang lain menunggu di HP ini`).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Kiriman 1');
    await go('/akun');
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect([...senders]).toEqual([]);

    await visitor.signIn(ani);
    await until('the receipts leave', () => Promise.resolve(senders.size > 0 ? true : undefined));
    const own = await page.evaluate<string>(`JSON.parse(localStorage.getItem('sepikul.session')).token`);
    expect([...senders]).toEqual([`Bearer ${own}`]);
  });

  it('goes over to the next build of the app with what waits in it, opens without a signal, and sends each once', async () => {
    const { personId, partyId } = await signIn(river, login);
    const releases = await releasesAt(river.baseUrl);
    const visitor = await visits.arrive({ keeps: true, baseUrl: releases.url });
    // The last on the empty page, which may keep nothing.
    visitor.expectErrors(/net::ERR_/, /Failed to fetch/, /'sessionStorage' property/);
    const { page, context, go } = visitor;
    const keys: string[] = [];
    let isLost = true;
    await context.route(/\/api\/v1\/drops\/[^/]+\/receipt$/, (route) => {
      if (isLost) return route.abort();
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      return route.fulfill({ json: {} });
    });
    const outboxScreen = builtFile('src/offline/outbox.screen.tsx');
    /** The shells on the phone that hold every screen's file. */
    const shells = (within: (expression: string) => Promise<string[]>): Promise<string[]> =>
      within(`caches.keys().then(async (names) => {
        const shells = names.filter((name) => name.includes('-shell-'));
        const whole = await Promise.all(shells.map(async (name) => (await caches.open(name)).match('${outboxScreen}')));
        return shells.filter((name, place) => whole[place] !== undefined);
      })`);
    const shellsByPage = (): Promise<string[]> => shells((expression) => page.evaluate<string[]>(expression));
    try {
      await visitor.arriveSignedIn(login);
      await go('/beranda');
      const [before] = await until('every screen is on the phone', async () => {
        const found = await shellsByPage();
        return found.length > 0 ? found : undefined;
      });
      // By this what is answered is kept: somebody works on this phone.
      await go('/beranda');
      await page.evaluate(lineUp(personId, partyId));
      await go('/kotak-keluar');
      await page.getByText('Tersimpan di HP').first().waitFor();

      releases.release();
      await go('/kotak-keluar');
      const next = `sepikul-shell-${NEXT_VERSION}`;
      await until('the next build is whole, beside the one that is open', async () => {
        const isWaiting = await page.evaluate<boolean>(
          'navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)',
        );
        return isWaiting && (await shellsByPage()).includes(next) ? true : undefined;
      });
      expect(await shellsByPage()).toContain(before);
      // The app is closed, so that the next build takes over, and opened again where there is no signal.
      const workers = context.serviceWorkers();
      await page.goto('about:blank');
      await until('the next build has taken over', async () => {
        const all = await Promise.all(
          workers.map((worker) =>
            shells((expression) => worker.evaluate<string[]>(expression)).catch(() => []),
          ),
        );
        return all.some((each) => each.length === 1 && each[0] === next) ? true : undefined;
      });
      await context.setOffline(true);
      await go('/kotak-keluar');
      await page.getByText('Tersimpan di HP').first().waitFor();
      expect(await page.locator('main article').count()).toBe(COUNT);
      isLost = false;
      await context.setOffline(false);
      await until('all are sent', () => Promise.resolve(keys.length >= COUNT ? true : undefined));
      await page.getByText('Tersimpan di HP').first().waitFor({ state: 'detached' });
      expect(new Set(keys).size).toBe(COUNT);
      expect(keys.length).toBe(COUNT);
    } finally {
      await releases.close();
    }
  });
});
