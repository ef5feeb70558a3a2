import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { SureButton } from '../../parts/sure-button.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './words.js';

/** What is done about somebody's way in: a code for a new password, ending their access, and for the administrator their devices. */
export const AccessSteps = ({
  person,
  isAdministrator,
  after,
}: {
  readonly person: View<'MemberPersonView'>;
  readonly isAdministrator: boolean;
  readonly after: () => void;
}) => {
  const words = useWords(peopleWords);
  const path = { personId: person.personId };
  const resetting = useSend((api) =>
    dataOf(api.POST('/api/v1/password-resets', { body: { login: person.login } })),
  );
  const switching = useSend(async (api): Promise<void> => {
    await dataOf(
      person.isDisabled
        ? api.POST('/api/v1/people/{personId}/enable', { params: { path } })
        : api.POST('/api/v1/people/{personId}/disable', { params: { path } }),
    );
  }, after);
  const signingOut = useSend((api) =>
    dataOf(api.DELETE('/api/v1/people/{personId}/sessions', { params: { path } })),
  );
  const endingFactor = useSend(async (api) => {
    await dataOf(api.DELETE('/api/v1/people/{personId}/second-factor', { params: { path } }));
    return true;
  });
  const erasing = useSend(async (api): Promise<void> => {
    await dataOf(api.POST('/api/v1/people/{personId}/erase', { params: { path } }));
  }, after);
  return (
    <>
      {!person.hasContact && !person.isDisabled && <p class="small">{words.noContact}</p>}
      <div class="buttons">
        {person.hasContact && !person.isDisabled && (
          <Button tone="quiet" isBusy={resetting.isSending} onPress={() => void resetting.send()}>
            {words.sendCode}
          </Button>
        )}
        {isAdministrator && !person.isDisabled && (
          <>
            <Button tone="quiet" isBusy={signingOut.isSending} onPress={() => void signingOut.send()}>
              {words.signOut}
            </Button>
            <SureButton
              question={words.sureEndFactor}
              isBusy={endingFactor.isSending}
              onPress={() => void endingFactor.send()}
            >
              {words.endFactor}
            </SureButton>
          </>
        )}
        {person.isDisabled ? (
          <Button tone="quiet" isBusy={switching.isSending} onPress={() => void switching.send()}>
            {words.unlock}
          </Button>
        ) : (
          <SureButton
            question={words.sureLock(person.name)}
            isBusy={switching.isSending}
            onPress={() => void switching.send()}
          >
            {words.lock}
          </SureButton>
        )}
        {isAdministrator && (
          <SureButton
            question={words.sureErase(person.name)}
            isBusy={erasing.isSending}
            onPress={() => void erasing.send()}
          >
            {words.erase}
          </SureButton>
        )}
      </div>
      {resetting.sent !== null && <Notice tone="good" title={words.codeSent} />}
      {signingOut.sent !== null && <Notice tone="good" title={words.signedOut} />}
      {endingFactor.sent !== null && <Notice tone="good" title={words.factorEnded} />}
      {[resetting, switching, signingOut, endingFactor, erasing].map((sending, place) => (
        <RefusalOrProof key={place} of={sending} />
      ))}
    </>
  );
};
