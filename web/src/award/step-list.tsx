import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { stepWords } from './step-words.js';

type Step = View<'StepView'>;

const useHolder = () => {
  const words = useWords(stepWords);
  return ({ by, holderName }: Step): string => {
    if (holderName !== null) return holderName;
    if (by === 'worker') return words.system;
    return by === 'organiser' ? words.everybody : words[by];
  };
};

const useDeputy = () => {
  const words = useWords(stepWords);
  const format = useFormat();
  return ({ deputyName, deputyCalledAt, dueAt }: Step): string => {
    if (deputyName === null) return words.noDeputy;
    return deputyCalledAt === null
      ? words.deputyFrom(deputyName, format.dayTime(dueAt))
      : words.deputyCalled(deputyName, format.dayTime(deputyCalledAt));
  };
};

/** A step that waits: what, by when, who takes it, who stands in, and what happens when nobody does. */
export const StepCard = ({ step, withLot = false }: { readonly step: Step; readonly withLot?: boolean }) => {
  const words = useWords(stepWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const holderOf = useHolder();
  const deputyOf = useDeputy();
  const isLate = Date.parse(step.dueAt) < Date.now();
  return (
    <article class="card step-card">
      <header class="card-head">
        <h3>
          {isId ? step.titleId : step.titleEn}
          {withLot && `: ${isId ? step.itemNameId : step.itemNameEn}`}
        </h3>
        {isLate && <Badge tone="bad">{words.late}</Badge>}
      </header>
      <p class="strong">
        {words.due(format.dayTime(step.dueAt))}
        {step.attempt !== null && step.attempt > 1 && ` · ${words.attempt(step.attempt)}`}
      </p>
      <Facts
        of={[
          [words.holder, holderOf(step)],
          ...(step.by === 'organiser' ? [[words.deputy, deputyOf(step)] as const] : []),
        ]}
      />
      <p class="small">
        {words.ifNobody}: {isId ? step.byDefaultId : step.byDefaultEn}
      </p>
      {withLot && (
        <p>
          <LinkButton href={`/paket/${step.lotId}/tinjau`} tone="quiet">
            {words.review}
          </LinkButton>
        </p>
      )}
    </article>
  );
};

/** The steps of a lot that are over, in a line each. */
export const PastSteps = ({ steps }: { readonly steps: readonly Step[] }) => {
  const words = useWords(stepWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  return (
    <ul class="past-steps">
      {steps.map((step) => (
        <li key={`${step.step} ${String(step.attempt ?? 0)}`}>
          <span class="strong">{isId ? step.titleId : step.titleEn}</span>{' '}
          {step.endedAt !== null && words.ended(format.dateTime(step.endedAt))}
          {step.endedBy === null && step.by === 'organiser' && ` (${words.byTime})`}
          {step.attempt !== null && step.attempt > 1 && ` · ${words.attempt(step.attempt)}`}
        </li>
      ))}
    </ul>
  );
};
