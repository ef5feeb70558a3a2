import { actingParty } from '../../api/session.js';
import { useTitle } from '../../frame/head.js';
import { Answered, Empty } from '../../parts/asked.js';
import { LinkButton } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { useFormat } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { isOpen, nextStep, placeOfStep } from './next-step.js';
import { StepRow, stepText, stepTitle } from './step-row.js';
import { useReadiness } from './use-readiness.js';
import { readinessWords } from './words.js';

/** What a party still lacks to trade and be paid: the next step first, then all of them. */
const StartScreen = () => {
  const words = useWords(readinessWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  useTitle(words.title, words.about);
  const party = actingParty();
  const roles = party?.roles ?? [];
  const asked = useReadiness(party?.partyId ?? null);
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={asked}>
        {({ state, suspendedReason, steps }) => {
          const next = nextStep(steps, roles);
          const place = next === undefined ? null : placeOfStep(next);
          const isDone = steps.every((step) => step.state === 'done');
          return (
            <>
              {state === 'suspended' && (
                <Notice tone="danger" title={words.suspended}>
                  {suspendedReason !== null && <p class="strong">{words.because(suspendedReason)}</p>}
                  <p>{words.suspendedAbout}</p>
                </Notice>
              )}
              {state === 'candidate' && (
                <Notice tone="warning" title={words.candidate}>
                  <p>{words.candidateAbout}</p>
                </Notice>
              )}
              {state === 'active' && party?.kind === 'koperasi' && !isDone && <p>{words.mayOrder}</p>}
              {isDone ? (
                <Empty title={words.allDone}>
                  <p>{words.allDoneAbout}</p>
                  <LinkButton href="/putaran">{words.toPools}</LinkButton>
                </Empty>
              ) : (
                <>
                  {next !== undefined && place !== null && (
                    <section class="sheet">
                      <h2 class="plain-head">{words.next}</h2>
                      <p>{stepText(next, words, format)}</p>
                      <LinkButton href={place}>{stepTitle(next, words, isId)}</LinkButton>
                    </section>
                  )}
                  {next === undefined && steps.some(isOpen) && <p>{words.askChair}</p>}
                  <h2>{words.all}</h2>
                  <ul class="rows">
                    {steps.map((step) => (
                      <StepRow key={step.documentKind ?? step.code} step={step} roles={roles} />
                    ))}
                  </ul>
                  <div class="buttons">
                    <LinkButton href="/beranda" tone="quiet">
                      {words.toHome}
                    </LinkButton>
                  </div>
                </>
              )}
            </>
          );
        }}
      </Answered>
    </div>
  );
};

export default StartScreen;
