import { Link } from 'wouter-preact';
import { Badge } from '../../parts/badge.js';
import { Icon } from '../../parts/icon.js';
import { useFormat, type Format } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { canDo, isOpen, placeOfStep, type Step } from './next-step.js';
import { readinessWords } from './words.js';

type Words = (typeof readinessWords)['id'];
const tones = { missing: 'plain', refused: 'bad', expired: 'bad', waiting: 'waiting', done: 'good' } as const;

/** What a step is called, as something to do. */
export const stepTitle = (step: Step, words: Words, isId: boolean): string => {
  if (step.code !== 'document') return words[step.code];
  const title = (isId ? step.titleId : step.titleEn) ?? '';
  return step.state === 'refused' || step.state === 'expired'
    ? words.showAgain(title)
    : words.showDocument(title);
};

/** What there is to know of it: why it was refused, for what it waits, what it is for. */
export const stepText = (step: Step, words: Words, format: Format): string | null => {
  const { code, state, reason, until } = step;
  if (state === 'done') return null;
  switch (code) {
    case 'document':
      if (state === 'waiting') return words.documentWaits;
      if (state === 'refused') return words.refusedBecause(reason ?? '');
      return state === 'expired' ? words.hasExpired : words.documentAbout;
    case 'qualification':
      return state === 'waiting' ? words.qualificationWaits : words.qualificationMissing;
    case 'second-person':
      return words.secondAbout;
    case 'bank-account':
      if (state !== 'waiting') return words.accountAbout;
      return until === null ? words.accountWaits : words.coolingOff(format.dateTime(until));
    case 'contact':
      return words.contactAbout;
  }
};

/** One step in the list: a link where this person can do it. */
export const StepRow = ({ step, roles }: { readonly step: Step; readonly roles: readonly string[] }) => {
  const words = useWords(readinessWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const place = isOpen(step) && canDo(step, roles) ? placeOfStep(step) : null;
  const text = stepText(step, words, format);
  const title = step.code === 'document' && !isOpen(step) ? (isId ? step.titleId : step.titleEn) : null;
  const inside = (
    <>
      <span>
        <span class="row-name">
          {title ?? stepTitle(step, words, isId)}
          {step.isRequired && step.state !== 'done' && <span class="small"> ({words.required})</span>}
        </span>
        {text !== null && <span class="small">{text}</span>}
      </span>
      <span class="step-end">
        <Badge tone={tones[step.state]}>{words[step.state]}</Badge>
        {place !== null && <Icon name="next" />}
      </span>
    </>
  );
  return (
    <li>
      {place === null ? (
        <div class="row">{inside}</div>
      ) : (
        <Link href={place} class="row-link">
          {inside}
        </Link>
      )}
    </li>
  );
};
