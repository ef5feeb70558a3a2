import { useState } from 'preact/hooks';
import { dataOf } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { useTitle } from '../../frame/head.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { NeedsScript } from '../../parts/needs-script.js';
import { Notice } from '../../parts/notice.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { forgottenWords } from './forgotten-words.js';
import { NewPassword } from './password-fields.js';

type Step = 'ask' | 'asked' | 'has-code' | 'done';

const Login = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const words = useWords(forgottenWords);
  return (
    <Field
      label={words.login}
      name="login"
      autoComplete="username"
      maxLength={80}
      value={value}
      onChange={onChange}
      isRequired
    />
  );
};

const Redeem = ({
  login,
  onLogin,
  onDone,
}: {
  readonly login: string;
  readonly onLogin: (login: string) => void;
  readonly onDone: () => void;
}) => {
  const words = useWords(forgottenWords);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const redeeming = useSend(async (api) => {
    const body = { login: login.trim(), code: code.trim(), password };
    await dataOf(api.POST('/api/v1/password-resets/redeem', { body }));
  }, onDone);
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void redeeming.send();
      }}
    >
      <Login value={login} onChange={onLogin} />
      <Field
        label={words.code}
        hint={words.codeHint}
        name="code"
        autoComplete="one-time-code"
        maxLength={40}
        value={code}
        onChange={setCode}
        problem={redeeming.problemOf('code')}
        isRequired
      />
      <NewPassword value={password} onChange={setPassword} problem={redeeming.problemOf('password')} />
      <Refusal of={redeeming} />
      <Button type="submit" isBusy={redeeming.isSending}>
        {words.choose}
      </Button>
    </form>
  );
};

/** A new password by a code that goes where the person said; what is answered tells nobody whether a login exists. */
const ForgottenScreen = () => {
  const words = useWords(forgottenWords);
  useTitle(words.title, words.about);
  const [step, setStep] = useState<Step>('ask');
  const [login, setLogin] = useState('');
  const to = (next: Step) => (): void => {
    setStep(next);
  };
  const asking = useSend(
    (api) => dataOf(api.POST('/api/v1/password-resets', { body: { login: login.trim() } })),
    to('asked'),
  );
  if (step === 'done')
    return (
      <Notice tone="good" title={words.done} isPage>
        <p>{words.doneText}</p>
        <LinkButton href="/masuk">{words.signIn}</LinkButton>
      </Notice>
    );
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <NeedsScript />
      {step === 'ask' ? (
        <form
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            void asking.send();
          }}
        >
          <Login value={login} onChange={setLogin} />
          <Refusal of={asking} />
          <div class="buttons">
            <Button type="submit" isBusy={asking.isSending}>
              {words.ask}
            </Button>
            <Button tone="quiet" onPress={to('has-code')}>
              {words.haveCode}
            </Button>
          </div>
        </form>
      ) : (
        <>
          {step === 'asked' && (
            <Notice tone="info" title={words.asked}>
              <p>{words.askedText}</p>
            </Notice>
          )}
          <Redeem login={login} onLogin={setLogin} onDone={to('done')} />
          <Button tone="quiet" onPress={to('ask')}>
            {words.again}
          </Button>
        </>
      )}
    </div>
  );
};

export default ForgottenScreen;
