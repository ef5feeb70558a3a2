import type { AskProps } from '../../frame/ask-row.js';
import { useCount } from '../../frame/use-count.js';
import { AskCard } from '../../parts/ask-card.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { nextStep, placeOfStep } from './next-step.js';
import { stepTitle } from './step-row.js';
import { useReadiness } from './use-readiness.js';
import { readinessWords } from './words.js';

/** What keeps a party from beginning anything: that it is suspended, and why; or that its documents are not all accepted. */
const StandingAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(readinessWords);
  const isId = useLanguage() === 'id';
  const asked = useReadiness(party.partyId);
  const known = asked.state === 'done' ? asked.data : undefined;
  const isHeld = known !== undefined && known.state !== 'active';
  useCount(asked, isHeld ? 1 : 0, onCount);
  if (known === undefined || !isHeld) return null;
  if (known.state === 'suspended')
    return (
      <AskCard icon="account" title={words.suspended} action={words.whySuspended} href="/mulai" isUrgent>
        {known.suspendedReason !== null && <p class="strong">{words.because(known.suspendedReason)}</p>}
        <p>{words.suspendedAbout}</p>
      </AskCard>
    );
  const next = nextStep(known.steps, party.roles);
  return (
    <AskCard
      icon="documents"
      title={words.candidate}
      action={next === undefined ? words.seeAll : stepTitle(next, words, isId)}
      href={(next === undefined ? null : placeOfStep(next)) ?? '/mulai'}
      isUrgent
    >
      <p>{words.candidateAbout}</p>
    </AskCard>
  );
};

export default StandingAsk;
