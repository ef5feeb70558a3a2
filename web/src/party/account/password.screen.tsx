import { useState } from 'preact/hooks';
import { dataOf } from '../../api/api.js';
import { session } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { Notice } from '../../parts/notice.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { accountWords } from './account-words.js';
import { NewPassword } from './password-fields.js';

/** A new password for the old one; other devices are signed out by it. */
const PasswordScreen = () => {
  const words = useWords(accountWords);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const changing = useSend(
    async (api) => {
      await dataOf(api.PUT('/api/v1/me/password', { body: { current, password } }));
    },
    () => {
      setDone(true);
    },
  );
  return (
    <AccountFrame title={words.password} about={words.passwordAbout}>
      {isDone ? (
        <Notice tone="good" title={words.changed}>
          <p>{words.changedText}</p>
          <LinkButton href="/akun">{words.back}</LinkButton>
        </Notice>
      ) : (
        <form
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            void changing.send();
          }}
        >
          {/* For whoever keeps passwords for the person: whose this one is. */}
          <input
            type="text"
            class="hidden-words"
            name="username"
            autoComplete="username"
            tabIndex={-1}
            aria-hidden="true"
            readOnly
            value={session.value?.person.login ?? ''}
          />
          <Field
            label={words.present}
            name="current-password"
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            problem={changing.problemOf('current')}
            isRequired
          />
          <NewPassword value={password} onChange={setPassword} problem={changing.problemOf('password')} />
          <Refusal of={changing} />
          <Button type="submit" isBusy={changing.isSending}>
            {words.change}
          </Button>
        </form>
      )}
    </AccountFrame>
  );
};

export default PasswordScreen;
