import type { ComponentChildren } from 'preact';
import { Link, useLocation } from 'wouter-preact';
import { actingParty, session } from '../api/session.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { Icon } from '../parts/icon.js';
import { outboxCount } from '../offline/outbox.js';
import { isOnline } from '../offline/is-online.js';
import { isReady } from './is-ready.js';
import { menuOf, menuWords } from './menu.js';
import { PublicBar, PublicFoot } from './public-places.js';
import { frameWords } from './words.js';
import { setLanguage, setTheme, themeNow } from './preferences.js';

const BAR_LENGTH = 4;

const Logo = () => (
  <Link href="/" class="logo">
    <svg viewBox="0 0 44 28" aria-hidden="true">
      <path d="M2 12C11 2 33 2 42 12" class="logo-pole" />
      <path d="M6 9v6M38 9v6" class="logo-rope" />
      <path
        d="M1 15h10c1.500 5 2 10-1 11H2c-3-1-2.500-6-1-11zM33 15h10c1.500 5 2 10-1 11h-8c-3-1-2.500-6-1-11z"
        class="logo-load"
      />
    </svg>
    Sepikul
  </Link>
);

const Bar = () => {
  const words = useWords(menuWords);
  const { more, menu: menuName } = useWords(frameWords);
  const [path] = useLocation();
  const party = actingParty();
  if (party === undefined) return <PublicBar />;
  const entries = menuOf(party.kind);
  const shown = entries.slice(0, BAR_LENGTH);
  const isAt = (entry: string): boolean => path === entry || path.startsWith(`${entry}/`);
  return (
    <nav class="bar" aria-label={menuName}>
      {shown.map((entry) => (
        <Link key={entry.path} href={entry.path} aria-current={isAt(entry.path) ? 'page' : undefined}>
          <Icon name={entry.name} />
          {words[entry.name]}
        </Link>
      ))}
      {entries.length > BAR_LENGTH && (
        <Link href="/menu" aria-current={path === '/menu' ? 'page' : undefined}>
          <Icon name="more" />
          {more}
        </Link>
      )}
    </nav>
  );
};

/** Everything around a screen: the head with its switches, the bar of the party's places, the note that there is no signal. */
export const Frame = ({
  isOpening,
  children,
}: {
  /** The next screen is on its way, and the one before still stands. */
  readonly isOpening: boolean;
  readonly children: ComponentChildren;
}) => {
  const words = useWords(frameWords);
  const language = useLanguage();
  const [path] = useLocation();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <>
      <a class="skip" href="#isi">
        {words.toContent}
      </a>
      <header class="head">
        <Logo />
        <div class="head-tools">
          <a
            class="tool"
            href={`${path}?lang=${other}`}
            lang={other}
            onClick={(event) => {
              event.preventDefault();
              setLanguage(other);
            }}
          >
            <abbr title={words.otherLanguage}>{other.toUpperCase()}</abbr>
          </a>
          <button
            type="button"
            class="tool"
            disabled={!isReady.value}
            aria-label={words.theme}
            onClick={() => {
              setTheme(themeNow() === 'dark' ? 'light' : 'dark');
            }}
          >
            <Icon name="theme" />
          </button>
          {session.value === null ? (
            <Link class="tool tool-strong" href="/masuk">
              {words.signIn}
            </Link>
          ) : (
            <Link class="tool tool-strong" href="/akun">
              <Icon name="account" />
              <span class="tool-name">{actingParty()?.name ?? session.value.person.name}</span>
            </Link>
          )}
        </div>
      </header>
      {outboxCount.value > 0 && path !== '/kotak-keluar' && (
        <div role="status">
          <Link class="waiting-line" href="/kotak-keluar">
            <Icon name="outbox" />
            {words.inOutbox(outboxCount.value)}
          </Link>
        </div>
      )}
      {!isOnline.value && (
        <p class="offline" role="status">
          {words.offline}
        </p>
      )}
      <main id="isi" tabIndex={-1} aria-busy={isOpening}>
        {children}
      </main>
      <PublicFoot />
      <Bar />
    </>
  );
};
