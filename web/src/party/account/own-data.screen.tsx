import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { dataOf } from '../../api/api.js';
import { endSession } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { Download } from '../../parts/download.js';
import { Field } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { SureButton } from '../../parts/sure-button.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { accountWords } from './account-words.js';

const Erasing = () => {
  const words = useWords(accountWords);
  const [, goTo] = useLocation();
  const [login, setLogin] = useState('');
  const erasing = useSend(
    (api) => dataOf(api.POST('/api/v1/me/erase', { body: { login: login.trim() } })),
    () => {
      void endSession().then(() => {
        goTo('/');
      });
    },
  );
  return (
    <>
      <h2>{words.erase}</h2>
      <p>{words.eraseAbout}</p>
      <h3>{words.goes}</h3>
      <ul>
        <li>{words.goesName}</li>
        <li>{words.goesAccess}</li>
        <li>{words.goesRoles}</li>
      </ul>
      <h3>{words.stays}</h3>
      <ul>
        <li>{words.staysRecords}</li>
        <li>{words.staysTrail}</li>
      </ul>
      <p>{words.lastChair}</p>
      <Field
        label={words.ownLogin}
        name="login"
        autoComplete="off"
        maxLength={80}
        value={login}
        onChange={setLogin}
        problem={erasing.problemOf('login')}
      />
      <RefusalOrProof of={erasing} />
      <SureButton question={words.eraseSure} isBusy={erasing.isSending} onPress={() => void erasing.send()}>
        {words.erase}
      </SureButton>
    </>
  );
};

/** What is kept of the person, to take along; and having it erased, with what that means. */
const OwnDataScreen = () => {
  const words = useWords(accountWords);
  return (
    <AccountFrame title={words.own} about={words.ownAbout}>
      <p>{words.takeAbout}</p>
      <Download
        name={words.fileName}
        ask={(api) => dataOf(api.GET('/api/v1/me/export', { parseAs: 'blob' }))}
      >
        {words.take}
      </Download>
      <Erasing />
    </AccountFrame>
  );
};

export default OwnDataScreen;
