import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Sending } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { later } from '../parts/later.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useWords } from '../words/words.js';
import { NewItems } from './new-items.js';
import { NewWhat } from './new-what.js';
import { newWords } from './new-words.js';
import type { PoolForm } from './pool-form.js';

const NewRules = later('new-rules', () => import('./new-rules.js').then((file) => file.NewRules));
const NewPeople = later('new-people', () => import('./new-people.js').then((file) => file.NewPeople));
const NewCheck = later('new-check', () => import('./new-check.js').then((file) => file.NewCheck));

const steps = ['what', 'items', 'rules', 'people', 'check'] as const;

/** A pool's declaration in a few short steps, for a new draft or one that is changed. */
export const NewForm = ({
  form,
  setForm,
  organiserId,
  saving,
  save,
  children,
}: {
  readonly form: PoolForm;
  readonly setForm: (next: PoolForm) => void;
  readonly organiserId: string;
  readonly saving: Sending<unknown>;
  /** What the last step's button says. */
  readonly save: string;
  /** What the first step begins with. */
  readonly children?: ComponentChildren;
}) => {
  const words = useWords(newWords);
  const [at, setAt] = useState(0);
  const step = steps[at] ?? 'what';
  const set = (change: Partial<PoolForm>): void => {
    setForm({ ...form, ...change });
  };
  const turn = (to: number): void => {
    setAt(to);
    scrollTo(0, 0);
  };
  const isWhole =
    form.title.trim() !== '' && form.closesAt !== '' && form.neededFrom !== '' && form.neededUntil !== '';
  const canGoOn = step === 'what' ? isWhole : step !== 'items' || form.items.length > 0;
  const part = { form, set, problemOf: saving.problemOf };
  return (
    <>
      <ol class="form-steps" aria-label={words.steps}>
        {steps.map((name, place) => (
          <li key={name} aria-current={place === at ? 'step' : undefined}>
            {place + 1}. {words[name]}
          </li>
        ))}
      </ol>
      <h2 class="hidden-words">{words[step]}</h2>
      {step === 'what' && (
        <>
          {children}
          <NewWhat {...part} />
        </>
      )}
      {step === 'items' && <NewItems {...part} />}
      {step === 'rules' && <NewRules {...part} />}
      {step === 'people' && <NewPeople {...part} organiserId={organiserId} />}
      {step === 'check' && <NewCheck form={form} />}
      <RefusalOrProof of={saving} />
      <div class="buttons">
        {step === 'check' ? (
          <Button isBusy={saving.isSending} onPress={() => void saving.send()}>
            {save}
          </Button>
        ) : (
          <Button
            isDisabled={!canGoOn}
            onPress={() => {
              turn(at + 1);
            }}
          >
            {words.next}
          </Button>
        )}
        {at > 0 && (
          <Button
            tone="quiet"
            onPress={() => {
              turn(at - 1);
            }}
          >
            {words.back}
          </Button>
        )}
      </div>
    </>
  );
};
