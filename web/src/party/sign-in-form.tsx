import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { hasLapsed, keepSession, session } from '../api/session.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { NeedsScript } from '../parts/needs-script.js';
import { Refusal } from '../parts/refusal.js';
import { useWords } from '../words/words.js';
import { signInWords } from './sign-in-words.js';

/** Signing in; the second factor is asked for only of people who have one. */
export const SignInForm = ({
  after,
  children,
}: {
  readonly after?: () => void;
  /** Above the fields. */
  readonly children?: ComponentChildren;
}) => {
  const words = useWords(signInWords);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const signIn = useSend(
    async (api) => {
      const opened = await dataOf(
        api.POST('/api/v1/sessions', {
          body: { login: login.trim(), password, ...(code === '' ? {} : { code: code.trim() }) },
        }),
      );
      // Who was signed in on this phone before is not any more, on the server either.
      if (session.value !== null && !hasLapsed.value)
        await api.DELETE('/api/v1/sessions/current').catch(() => undefined);
      return opened;
    },
    (opened) => {
      keepSession(opened);
      after?.();
    },
  );
  const { refused } = signIn;
  const wantsCode =
    refused !== null && refused !== 'offline' && refused.code.includes('SECOND_FACTOR') ? true : code !== '';
  return (
    <form
      class="narrow"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn.send();
      }}
    >
      {children}
      <NeedsScript />
      <Field
        label={words.login}
        name="login"
        autoComplete="username"
        value={login}
        onChange={setLogin}
        isRequired
      />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      {wantsCode && (
        <Field
          label={words.code}
          hint={words.codeHint}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={setCode}
        />
      )}
      <Refusal of={signIn} />
      <Button type="submit" isBusy={signIn.isSending}>
        {words.signIn}
      </Button>
      <p class="below">
        <Link href="/lupa-sandi">{words.forgotten}</Link>
      </p>
      <p>
        <Link href="/undangan">{words.invited}</Link>
      </p>
    </form>
  );
};
