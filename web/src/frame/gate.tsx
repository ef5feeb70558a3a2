import { useEffect, useRef } from 'preact/hooks';
import { actingParty, hasLapsed, holdsAtLapse, isSessionKnown, session } from '../api/session.js';
import { Notice } from '../parts/notice.js';
import { LinkButton } from '../parts/button.js';
import { later } from '../parts/later.js';
import { NeedsScript } from '../parts/needs-script.js';
import { useWords } from '../words/words.js';
import type { Params, Screen, ScreenRow } from './screen.js';
import { frameWords } from './words.js';

const SignInHere = later('sign-in', () => import('../party/sign-in-here.js').then((file) => file.SignInHere));

interface GateProps {
  readonly row: ScreenRow;
  readonly screen: Screen;
  readonly params: Params;
}

/** What stands before the screen of somebody in particular; null where nothing does. */
const useBarrier = (row: ScreenRow) => {
  const words = useWords(frameWords);
  // Nobody who is signed in is told to sign in while their page is only beginning.
  if (!isSessionKnown.value)
    return (
      <>
        <NeedsScript isPage={row.isDrawnEarly !== true} />
        {row.isDrawnEarly !== true && (
          <div class="loading" role="status">
            <span class="loading-text">{words.loading}</span>
          </div>
        )}
      </>
    );
  if (session.value === null || hasLapsed.value) return <SignInHere />;
  const kind = actingParty()?.kind;
  if (row.who !== 'signed-in' && (kind === undefined || !row.who.includes(kind)))
    return (
      <Notice tone="warning" title={words.notYours} isPage>
        <LinkButton href="/beranda">{words.home}</LinkButton>
      </Notice>
    );
  return null;
};

const OwnGate = ({ row, screen: Shown, params }: GateProps) => {
  const barrier = useBarrier(row);
  const isEarly = !isSessionKnown.value && row.isDrawnEarly === true;
  const isTyped = useRef(false);
  const isHeld = hasLapsed.value && session.value !== null && isTyped.current;
  useEffect(() => holdsAtLapse(() => isTyped.current), []);
  return (
    <>
      {barrier}
      {(barrier === null || isEarly || isHeld) && (
        <div
          class="alone"
          hidden={isHeld}
          onInput={() => {
            isTyped.current = true;
          }}
        >
          <Shown params={params} />
        </div>
      )}
    </>
  );
};

/** The screen, for whom it is; else what to do first. The server judges again, whatever is shown here. */
export const Gate = (props: GateProps) => {
  const { row, screen: Shown, params } = props;
  return row.who === 'anyone' ? <Shown params={params} /> : <OwnGate {...props} />;
};
