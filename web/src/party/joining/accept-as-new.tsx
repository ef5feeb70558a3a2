import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { dataOf } from '../../api/api.js';
import { keepSession } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { joiningWords } from './words.js';

/** Accepts as somebody who is new here: a name, a login, a password, and at once signed in. */
export const AcceptAsNew = ({ code }: { readonly code: string }) => {
  const words = useWords(joiningWords);
  const [, goTo] = useLocation();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [contact, setContact] = useState('');
  const own = login.trim().toLowerCase();
  const signingIn = useSend(
    (api) => dataOf(api.POST('/api/v1/sessions', { body: { login: own, password } })),
    (session) => {
      keepSession(session);
      goTo('/mulai');
    },
  );
  const accepting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/invitations/accept', {
          body: {
            ...{ code, login: own, name: name.trim(), password },
            ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
          },
        }),
      ),
    () => void signingIn.send(),
  );
  const { refused } = accepting;
  const isUsed = refused !== null && refused !== 'offline' && refused.code === 'INVITATION_ALREADY_ACCEPTED';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // Who came in, and only lost the way to their session, is not let in a second time.
        void (accepting.sent === null ? accepting : signingIn).send();
      }}
    >
      <h2>{words.yourself}</h2>
      <Field
        label={words.name}
        autoComplete="name"
        value={name}
        onChange={setName}
        problem={accepting.problemOf('name')}
        isRequired
      />
      <Field
        label={words.login}
        hint={words.loginHint}
        name="login"
        autoComplete="username"
        value={login}
        onChange={setLogin}
        problem={accepting.problemOf('login')}
        isRequired
      />
      <Field
        label={words.password}
        hint={words.passwordHint}
        name="password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        problem={accepting.problemOf('password')}
        isRequired
      />
      <Field
        label={words.contact}
        hint={words.contactHint}
        autoComplete="tel"
        value={contact}
        onChange={setContact}
        problem={accepting.problemOf('contact')}
      />
      <Refusal of={accepting} />
      <Refusal of={signingIn} />
      {isUsed && <p>{words.usedByYou}</p>}
      <Button type="submit" isBusy={accepting.isSending || signingIn.isSending}>
        {words.accept}
      </Button>
      <p class="small">{words.hasLogin}</p>
      <LinkButton href="/masuk" tone="quiet">
        {words.signIn}
      </LinkButton>
    </form>
  );
};
