import { session, wipesWithSession } from '../api/session.js';
import { isOfSession } from './shell-rules.js';

/** More than it takes, and less than anybody waits for a button. */
const PATIENCE_MS = 3_000;

/** The page fetches and reckons its own first; what is kept for later would only stand in its way on a weak signal. */
const LATER_MS = 3_000;

/** Tells the worker, and waits until it has done so; where there is none there is nothing to do. */
const ask = async (what: 'wipe' | 'keep-screens'): Promise<void> => {
  const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
  if (active == null) return;
  const { port1, port2 } = new MessageChannel();
  const done = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    setTimeout(resolve, PATIENCE_MS);
  });
  active.postMessage(what, [port2]);
  await done;
};

/** Once everything else is there: who signs in here works here, perhaps where there is no signal. */
const keepScreensOfWorkers = async (): Promise<void> => {
  await navigator.serviceWorker.ready;
  let isAsked = false;
  session.subscribe((now) => {
    if (now === null || isAsked) return;
    isAsked = true;
    void ask('keep-screens');
  });
};

/** Has the service worker keep the shell, so that the app opens without a signal. Browsers without one work as before. */
export const registerShell = (): void => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = (): void => {
    setTimeout(() => {
      // A browser that may not (a private window) works as before.
      navigator.serviceWorker.register('/service-worker.js').then(keepScreensOfWorkers, () => undefined);
    }, LATER_MS);
  };
  wipesWithSession(async () => {
    // Told first, so that what is on its way is not kept either; done here too, for a worker that does not answer.
    const told = ask('wipe');
    const names = await caches.keys();
    await Promise.all(names.filter(isOfSession).map((name) => caches.delete(name)));
    await told;
  });
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
};
