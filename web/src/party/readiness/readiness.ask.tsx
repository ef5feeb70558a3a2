import type { AskProps } from '../../frame/ask-row.js';
import { useCount } from '../../frame/use-count.js';
import { AskCard } from '../../parts/ask-card.js';
import { useFormat } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { canDo, isOpen, nextStep } from './next-step.js';
import { stepTitle } from './step-row.js';
import { useReadiness } from './use-readiness.js';
import { readinessWords } from './words.js';

/** What a party that may trade already still lacks, the next step by name. */
const ReadinessAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(readinessWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const asked = useReadiness(party.partyId);
  const steps = asked.state === 'done' && asked.data.state === 'active' ? asked.data.steps : [];
  const open = steps.filter((step) => isOpen(step) && canDo(step, party.roles));
  const next = nextStep(steps, party.roles);
  useCount(asked, open.length, onCount);
  if (next === undefined) return null;
  return (
    <AskCard
      icon="done"
      title={open.length === 1 ? words.oneStep : words.moreSteps(format.number(open.length))}
      action={words.seeAll}
      href="/mulai"
    >
      <p>{words.beginWith(stepTitle(next, words, isId))}</p>
    </AskCard>
  );
};

export default ReadinessAsk;
