import './styles/all.css';
import { hydrate, render } from 'preact';
import { Answers, type Answer } from './api/answers.js';
import { makeApi } from './api/api.js';
import {
  followOtherTabs,
  forgetsAtTurn,
  lapseToken,
  restoreSession,
  session,
  wipesAtSignOut,
} from './api/session.js';
import { App, loadScreen } from './app.js';
import { emptyHead } from './frame/head.js';
import { isReady } from './frame/is-ready.js';
import { chosenLanguage, looksOfReader } from './frame/preferences.js';
import { wipeDrafts } from './offline/drafts.js';
import { registerShell } from './offline/register-shell.js';
import { wakeOutbox } from './offline/outbox.js';
import { watchNetwork } from './offline/is-online.js';
import { typedEarly } from './frame/typed-early.js';
import { watchUse } from './frame/watch-use.js';
import { Failed } from './parts/failed.js';
import { fetchShown } from './parts/later.js';
import { warmFormats } from './words/warm-formats.js';
import { isLanguage, LanguageContext, type Language } from './words/language.js';

const data = document.getElementById('data');

/** The language of the page as the server wrote it; a shell that was kept has none, and takes the reader's choice. */
const languageOfPage = (): Language => {
  if (data === null) looksOfReader();
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'id';
};

const dataOfPage = (): Record<string, Answer> =>
  JSON.parse(data?.textContent ?? '{}') as Record<string, Answer>;

/** A page nobody looks at draws nothing. */
const UNDRAWN_MS = 100;

/** Lets a slow phone draw, begin what waits for that, and be touched, before what comes next. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, UNDRAWN_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });

const begin = async (): Promise<void> => {
  const root = document.getElementById('app');
  if (root === null) return;
  const language = languageOfPage();
  const answers = new Answers(false, dataOfPage());
  const api = makeApi({
    baseUrl: location.origin,
    headers: () => ({
      'accept-language': chosenLanguage.value ?? language,
      ...(session.value === null ? {} : { authorization: `Bearer ${session.value.token}` }),
    }),
    onSignedOut: lapseToken,
  });
  forgetsAtTurn(() => {
    answers.forget();
  });
  wipesAtSignOut(wipeDrafts);
  const formats = warmFormats(language);
  const first = await loadScreen(location.pathname);
  await fetchShown(answers);
  await formats;
  await pause();
  const tellTyped = typedEarly(root);
  hydrate(<App api={api} answers={answers} head={emptyHead()} language={language} first={first} />, root);
  tellTyped();
  isReady.value = true;
  watchUse(root);
  await pause();
  // Only now: the page was rendered for nobody in particular.
  restoreSession();
  followOtherTabs(() => {
    location.reload();
  });
  await pause();
  watchNetwork();
  registerShell();
  wakeOutbox(() => chosenLanguage.value ?? language);
};

/** The page as the server wrote it stays, to be read; what does not work on it is said above it. */
const sayFailed = (): void => {
  const note = document.createElement('div');
  document.getElementById('isi')?.prepend(note);
  render(
    <LanguageContext.Provider value={languageOfPage()}>
      <Failed />
    </LanguageContext.Provider>,
    note,
  );
};

begin().catch((error: unknown) => {
  sayFailed();
  throw error;
});
