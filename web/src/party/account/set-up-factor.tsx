import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Copy } from '../../parts/copy.js';
import { keepFile } from '../../parts/download.js';
import { Field } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { Qr } from '../../parts/qr.js';
import { useWords } from '../../words/words.js';
import { factorWords } from './factor-words.js';

/** Four letters at a time, as people read them over. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The app learns the secret, and shows by a first code that it has. */
export const SetUp = ({
  of: { uri, secret },
  onDone,
}: {
  readonly of: View<'FactorBegunView'>;
  readonly onDone: (codes: readonly string[]) => void;
}) => {
  const words = useWords(factorWords);
  const [code, setCode] = useState('');
  const confirming = useSend(
    (api) => dataOf(api.POST('/api/v1/me/second-factor/confirm', { body: { code: code.trim() } })),
    ({ recoveryCodes }) => {
      onDone(recoveryCodes);
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirming.send();
      }}
    >
      <h2>{words.scan}</h2>
      <p>{words.scanText}</p>
      <Qr text={uri} label={words.qr} />
      <Copy label={words.secret} text={inFours(secret)} copies={secret} />
      <p>
        <a class="button button-quiet" href={uri}>
          {words.openApp}
        </a>
      </p>
      <h2>{words.check}</h2>
      <Field
        label={words.code}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        value={code}
        onChange={setCode}
        problem={confirming.problemOf('code')}
        isRequired
      />
      <RefusalOrProof of={confirming} />
      <Button type="submit" isBusy={confirming.isSending}>
        {words.confirm}
      </Button>
    </form>
  );
};

/** What is shown this once: instead of a lost telephone. */
export const KeepCodes = ({
  of: codes,
  onKept,
}: {
  readonly of: readonly string[];
  readonly onKept: () => void;
}) => {
  const words = useWords(factorWords);
  return (
    <>
      <h2>{words.keep}</h2>
      <p>{words.keepText}</p>
      <ul class="codes" aria-label={words.codes}>
        {codes.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button onPress={onKept}>{words.done}</Button>
        <Button
          tone="quiet"
          onPress={() => {
            keepFile(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }), words.fileName);
          }}
        >
          {words.saveFile}
        </Button>
      </div>
    </>
  );
};
