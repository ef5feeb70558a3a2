import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Answered } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { SureButton } from '../../parts/sure-button.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { factorWords } from './factor-words.js';
import { KeepCodes, SetUp } from './set-up-factor.js';
import { useSecurity } from './use-security.js';

const FEW_CODES = 2;

const Begin = ({ onBegun }: { readonly onBegun: (begun: View<'FactorBegunView'>) => void }) => {
  const words = useWords(factorWords);
  const beginning = useSend((api) => dataOf(api.POST('/api/v1/me/second-factor')), onBegun);
  return (
    <>
      <p>{words.apps}</p>
      <RefusalOrProof of={beginning} />
      <Button isBusy={beginning.isSending} onPress={() => void beginning.send()}>
        {words.begin}
      </Button>
    </>
  );
};

const Standing = ({
  of: security,
  again,
}: {
  readonly of: View<'OwnSecurityView'>;
  readonly again: () => void;
}) => {
  const words = useWords(factorWords);
  const format = useFormat();
  const removing = useSend(async (api) => {
    await dataOf(api.DELETE('/api/v1/me/second-factor'));
  }, again);
  return (
    <>
      <Facts
        of={[
          [
            words.since,
            security.authenticatorSince === null ? '' : format.dateTime(security.authenticatorSince),
          ],
          [words.left, format.number(security.recoveryCodesLeft)],
        ]}
      />
      {security.recoveryCodesLeft <= FEW_CODES && <Notice tone="warning" title={words.few} />}
      <p>{words.newPhone}</p>
      <RefusalOrProof of={removing} />
      <SureButton
        question={words.removeSure}
        isBusy={removing.isSending}
        onPress={() => void removing.send()}
      >
        {words.remove}
      </SureButton>
    </>
  );
};

/** Six digits of an app besides the password: setting it up in three steps, and taking it off. */
const AuthenticatorScreen = () => {
  const words = useWords(factorWords);
  const security = useSecurity();
  const [begun, setBegun] = useState<View<'FactorBegunView'> | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <AccountFrame title={words.title} about={words.about}>
      {codes !== null ? (
        <KeepCodes
          of={codes}
          onKept={() => {
            setCodes(null);
            setBegun(null);
            security.again();
          }}
        />
      ) : (
        <Answered of={security}>
          {(now) =>
            now.hasAuthenticator ? (
              <Standing of={now} again={security.again} />
            ) : begun === null ? (
              <Begin onBegun={setBegun} />
            ) : (
              <SetUp of={begun} onDone={setCodes} />
            )
          }
        </Answered>
      )}
    </AccountFrame>
  );
};

export default AuthenticatorScreen;
