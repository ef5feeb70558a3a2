import type { Params } from '../frame/screen.js';
import { LotFrame } from '../lot/lot-frame.js';
import { isPublic } from '../lot/lot-state.js';
import { useWords } from '../words/words.js';
import { AwardHead } from './award-head.js';
import { AwardReasons } from './award-reasons.js';
import { AwardWinners } from './award-winners.js';
import { Explained } from './explained.js';
import { explainedWords } from './explained-words.js';
import { VerifyAward } from './verify-award.js';

/** Who won a lot, at which price, and why the others did not. */
const AwardScreen = ({ params: { lotId = '' } }: { readonly params: Params }) => {
  const words = useWords(explainedWords);
  return (
    <LotFrame lotId={lotId} at="/penetapan" title={words.title}>
      {(lot) => (
        <Explained lot={lot}>
          {(explained) => (
            <>
              <AwardHead of={explained} lot={lot} />
              <AwardWinners lines={explained.lines} lot={lot} />
              {lot.mode === 'tender' && <AwardReasons of={explained} />}
              {lot.mode === 'tender' && isPublic(lot.state) && <VerifyAward lotId={lotId} />}
            </>
          )}
        </Explained>
      )}
    </LotFrame>
  );
};

export default AwardScreen;
