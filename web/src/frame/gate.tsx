import { actingParty, hasLapsed, isSessionKnown, session } from '../api/session.js';
import { Notice } from '../parts/notice.js';
import { LinkButton } from '../parts/button.js';
import { NeedsScript } from '../parts/needs-script.js';
import { useWords } from '../words/words.js';
import type { Params, Screen, ScreenRow } from './screen.js';
import { frameWords } from './words.js';

/** The screen, for whom it is; else what to do first. The server judges again, whatever is shown here. */
export const Gate = ({ row, screen: Shown, params }: { row: ScreenRow; screen: Screen; params: Params }) => {
  const words = useWords(frameWords);
  if (row.who === 'anyone') return <Shown params={params} />;
  const isEarly = row.isDrawnEarly === true;
  const shown = <Shown params={params} />;
  // Nobody who is signed in is told to sign in while their page is only beginning.
  if (!isSessionKnown.value)
    return (
      <>
        <NeedsScript isPage={!isEarly} />
        {isEarly ? (
          shown
        ) : (
          <div class="loading" role="status">
            <span class="loading-text">{words.loading}</span>
          </div>
        )}
      </>
    );
  if (session.value === null)
    return (
      <Notice tone="info" title={hasLapsed.value ? words.lapsed : words.wantsSession} isPage>
        {hasLapsed.value && <p>{words.lapsedText}</p>}
        <LinkButton href="/masuk">{words.signIn}</LinkButton>
      </Notice>
    );
  const kind = actingParty()?.kind;
  if (row.who !== 'signed-in' && (kind === undefined || !row.who.includes(kind)))
    return (
      <Notice tone="warning" title={words.notYours} isPage>
        <LinkButton href="/beranda">{words.home}</LinkButton>
      </Notice>
    );
  // In the place where it was drawn early: it goes on as it is.
  return (
    <>
      {null}
      {shown}
    </>
  );
};
