import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Router, useLocation } from 'wouter-preact';
import { AnswersContext, type Answers } from './api/answers.js';
import { ApiContext, type Api } from './api/api.js';
import { turn } from './api/session.js';
import { chosenLanguage } from './frame/preferences.js';
import { Frame } from './frame/frame.js';
import { Gate } from './frame/gate.js';
import { HeadContext, type Head } from './frame/head.js';
import { findScreen, type Params, type Screen, type ScreenRow } from './frame/screen.js';
import { returnTo } from './frame/watch-use.js';
import { NotFound } from './frame/not-found.js';
import { Failed } from './parts/failed.js';
import { screens } from './screens.js';
import { LanguageContext, type Language } from './words/language.js';

/** A screen that has been fetched, with its path; null where no path fits. */
export interface Loaded {
  readonly path: string;
  readonly row: ScreenRow | null;
  readonly screen: Screen | null;
  readonly params: Params;
}

/** Fetches the screen of a path. @throws where its file cannot be had. */
export const loadScreen = async (path: string): Promise<Loaded> => {
  const found = findScreen(screens, path);
  if (found === undefined) return { path, row: null, screen: null, params: {} };
  return { path, row: found.row, params: found.params, screen: (await found.row.load()).default };
};

/** How far down each screen was when it was left: who goes back finds it there. */
const leftAt = new Map<string, number>();

/** Shows the screen of the path in its frame; while the next is being fetched, the one before stays. */
const Screens = ({ first }: { readonly first: Loaded }) => {
  const [path] = useLocation();
  const [loaded, setLoaded] = useState(first);
  /** The path whose screen could not be had. */
  const [failed, setFailed] = useState<string | null>(null);
  const wanted = useRef(path);
  const isBack = useRef(false);
  useEffect(() => {
    // The browser would move the screen before; only a page that is loaded anew is its own to move.
    history.scrollRestoration = 'manual';
    addEventListener('pagehide', () => {
      history.scrollRestoration = 'auto';
    });
    addEventListener('popstate', () => {
      isBack.current = true;
    });
  }, []);
  useEffect(() => {
    wanted.current = path;
    setFailed(null);
    if (loaded.path === path) return;
    leftAt.set(loaded.path, scrollY);
    const top = isBack.current ? leftAt.get(path) : undefined;
    isBack.current = false;
    loadScreen(path).then(
      (next) => {
        if (wanted.current !== path) return;
        setLoaded(next);
        scrollTo(0, 0);
        if (top !== undefined) returnTo(top);
        // Who reads by ear or keyboard begins at the new screen, not where the old one was left.
        document.getElementById('isi')?.focus({ preventScroll: true });
      },
      () => {
        setFailed(path);
      },
    );
  }, [path]);
  const hasFailed = failed === path;
  return (
    <Frame isOpening={loaded.path !== path && !hasFailed}>
      {hasFailed ? (
        <Failed />
      ) : loaded.row === null || loaded.screen === null ? (
        <NotFound />
      ) : (
        <Gate
          key={`${loaded.path} ${String(turn.value)}`}
          row={loaded.row}
          screen={loaded.screen}
          params={loaded.params}
        />
      )}
    </Frame>
  );
};

const InLanguage = ({ language, children }: { language: Language; children: ComponentChildren }) => (
  <LanguageContext.Provider value={chosenLanguage.value ?? language}>{children}</LanguageContext.Provider>
);

export interface AppProps {
  readonly api: Api;
  readonly answers: Answers;
  readonly head: Head;
  readonly language: Language;
  readonly first: Loaded;
  /** On the server: the path and the query. */
  readonly ssrPath?: string;
  readonly ssrSearch?: string;
}

/** The whole app around its first screen; the same on the server and in the browser. */
export const App = ({ api, answers, head, language, first, ssrPath, ssrSearch }: AppProps) => (
  <ApiContext.Provider value={api}>
    <AnswersContext.Provider value={answers}>
      <HeadContext.Provider value={head}>
        <InLanguage language={language}>
          <Router {...(ssrPath === undefined ? {} : { ssrPath, ssrSearch: ssrSearch ?? '' })}>
            <Screens first={first} />
          </Router>
        </InLanguage>
      </HeadContext.Provider>
    </AnswersContext.Provider>
  </ApiContext.Provider>
);
