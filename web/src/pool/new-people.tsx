import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { NumberField, Select } from '../parts/field.js';
import { Pick } from '../parts/pick.js';
import { useWords } from '../words/words.js';
import type { PartProps } from './new-what.js';
import { newWords } from './new-words.js';
import type { StepForm } from './pool-form.js';

type Person = View<'MemberPersonView'>;

const DECIDERS = ['officer', 'treasurer', 'chair'];
const HOLDERS = 3;

const Step = ({
  title,
  step,
  people,
  field,
  change,
  problemOf,
}: {
  readonly title: string;
  readonly step: StepForm;
  readonly people: readonly Person[];
  readonly field: string;
  readonly change: (step: StepForm) => void;
  readonly problemOf: PartProps['problemOf'];
}) => {
  const words = useWords(newWords);
  const named = people.map(({ personId, name }) => ({ value: personId, name }));
  return (
    <>
      <h2>{title}</h2>
      <NumberField
        label={words.within}
        unit={words.hours}
        value={step.hours}
        onChange={(hours) => {
          change({ ...step, hours });
        }}
        problem={problemOf(`${field}.dueS`)}
      />
      <Select
        label={words.holder}
        value={step.holderId}
        onChange={(holderId) => {
          change({ ...step, holderId });
        }}
        choices={[{ value: '', name: words.anybody }, ...named]}
        problem={problemOf(`${field}.holderId`)}
      />
      <Select
        label={words.deputy}
        value={step.deputyId}
        onChange={(deputyId) => {
          change({ ...step, deputyId });
        }}
        choices={[{ value: '', name: words.nobody }, ...named]}
        problem={problemOf(`${field}.deputyId`)}
      />
    </>
  );
};

const Seal = ({ form, set, people, problemOf }: PartProps & { readonly people: readonly Person[] }) => {
  const words = useWords(newWords);
  const { holderPersonIds } = form;
  return (
    <>
      <Select
        label={words.seal}
        value={form.seal}
        onChange={(seal) => {
          set({ seal });
        }}
        choices={(['server', 'committee'] as const).map((value) => ({ value, name: words[value] }))}
        problem={problemOf('seal.mode')}
      />
      {form.seal === 'committee' && (
        <fieldset class="plain">
          <legend class="strong">{words.holders}</legend>
          <p class="hint">{words.holdersHint}</p>
          {people.map(({ personId, name }) => {
            const isPicked = holderPersonIds.includes(personId);
            return (
              <Pick
                key={personId}
                label={name}
                isPicked={isPicked}
                isDisabled={!isPicked && holderPersonIds.length >= HOLDERS}
                onPick={(isOn) => {
                  set({
                    holderPersonIds: isOn
                      ? [...holderPersonIds, personId]
                      : holderPersonIds.filter((id) => id !== personId),
                  });
                }}
              />
            );
          })}
          {problemOf('seal.holderPersonIds') !== undefined && (
            <p class="problem">{problemOf('seal.holderPersonIds')}</p>
          )}
        </fieldset>
      )}
    </>
  );
};

/** Who proposes, who approves, within how long, and who stands in; how bids are sealed. */
export const NewPeople = ({
  organiserId,
  form,
  set,
  problemOf,
}: PartProps & { readonly organiserId: string }) => {
  const words = useWords(newWords);
  const people = useAsk(`people:${organiserId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/people', { params: { path: { partyId: organiserId } } })),
  );
  return (
    <Answered of={people}>
      {({ data }) => {
        const active = data.filter(({ isDisabled }) => !isDisabled);
        const withRole = (roles: readonly string[]): readonly Person[] =>
          active.filter((person) => person.roles.some((role) => roles.includes(role)));
        return (
          <>
            <Seal {...{ form, set, problemOf }} people={active} />
            <Step
              title={words.proposal}
              field="steps.proposal"
              step={form.proposal}
              people={withRole(DECIDERS)}
              change={(proposal) => {
                set({ proposal });
              }}
              problemOf={problemOf}
            />
            <h2>{words.standstill}</h2>
            <NumberField
              label={words.within}
              unit={words.hours}
              value={form.standstillHours}
              onChange={(standstillHours) => {
                set({ standstillHours });
              }}
              problem={problemOf('steps.standstillS')}
            />
            <Step
              title={words.approval}
              field="steps.approval"
              step={form.approval}
              people={withRole(['chair'])}
              change={(approval) => {
                set({ approval });
              }}
              problemOf={problemOf}
            />
            <h2>{words.signing}</h2>
            <NumberField
              label={words.within}
              unit={words.hours}
              value={form.contractHours}
              onChange={(contractHours) => {
                set({ contractHours });
              }}
              problem={problemOf('steps.contractDueS')}
            />
          </>
        );
      }}
    </Answered>
  );
};
