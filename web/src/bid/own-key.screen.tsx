import { useRef, useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { LEAST_PASSPHRASE } from '../../../src/seal/index.js';
import { canSeal, NoCrypto } from './fault.js';
import { makeOwnKey } from './keep-ceremony.js';
import { KeyName } from './key-name.js';
import { ownKeyWords } from './own-key-words.js';

/** A new passphrase, typed twice; the key is made here, and only its wrapped form is sent. */
const NewKey = ({ isFirst, after }: { readonly isFirst: boolean; readonly after: () => void }) => {
  const words = useWords(ownKeyWords);
  const format = useFormat();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  // Sent again after a proof of self or a lost answer, it is the same key.
  const made = useRef<View<'HolderKeyBody'> | null>(null);
  const missing = LEAST_PASSPHRASE - Array.from(passphrase.normalize('NFKC')).length;
  const isReady = missing <= 0 && again === passphrase;
  const registering = useSend(async (api) => {
    made.current ??= await makeOwnKey(passphrase);
    return dataOf(api.PUT('/api/v1/me/holder-key', { body: made.current }));
  }, after);
  const change = (set: (text: string) => void) => (text: string) => {
    made.current = null;
    set(text);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void registering.send();
      }}
    >
      <Field
        label={words.passphrase}
        hint={words.passphraseHint(format.number(LEAST_PASSPHRASE))}
        problem={passphrase !== '' && missing > 0 ? words.short(format.number(missing)) : undefined}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={change(setPassphrase)}
      />
      <Field
        label={words.again}
        problem={again !== '' && again !== passphrase ? words.differs : undefined}
        type="password"
        autoComplete="off"
        value={again}
        onChange={change(setAgain)}
      />
      <p class="small">{words.lost}</p>
      <RefusalOrProof of={registering} />
      <Button type="submit" isBusy={registering.isSending} isDisabled={!isReady}>
        {isFirst ? words.make : words.makeNew}
      </Button>
    </form>
  );
};

/** A key holder's own key: made once, named for the organiser to compare. */
const OwnKeyScreen = () => {
  const words = useWords(ownKeyWords);
  const format = useFormat();
  useTitle(words.title);
  const own = useAsk('own-key', (api) => dataOf(api.GET('/api/v1/me/committees')));
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      {!canSeal() && <NoCrypto />}
      <Answered of={own}>
        {({ ownKey: key }) =>
          key === null ? (
            <section class="card">
              <h2>{words.none}</h2>
              <NewKey isFirst after={own.again} />
            </section>
          ) : (
            <>
              <Notice tone="good" title={words.has}>
                <p>{words.madeAt(format.dateTime(key.madeAt))}</p>
                <p>{words.tell}</p>
                <p class="strong">
                  <span class="hidden-words">{words.name}: </span>
                  <KeyName of={key.publicKey} />
                </p>
                <LinkButton href="/beranda">{words.toHome}</LinkButton>
              </Notice>
              <details>
                <summary>{words.makeNew}</summary>
                <p>{words.newText}</p>
                <NewKey key={key.holderKeyId} isFirst={false} after={own.again} />
              </details>
            </>
          )
        }
      </Answered>
    </div>
  );
};

export default OwnKeyScreen;
