import { useEffect, useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { defineWords, useWords } from '../words/words.js';
import { Button } from './button.js';
import { Field } from './field.js';
import { Notice } from './notice.js';
import { Refusal } from './refusal.js';

const ownWords = defineWords({
  id: {
    title: 'Buktikan dulu bahwa ini memang Anda',
    about: 'Langkah ini menyangkut uang atau akun Anda. Setelah itu langsung dilanjutkan.',
    proof: 'Kata sandi, atau kode aplikasi pengaman',
    code: 'Enam angka dari aplikasi pengaman, atau kode cadangan',
    go: 'Buktikan dan lanjutkan',
  },
  en: {
    title: 'First prove that it is you',
    about: 'This step is about money or your account. It goes on right after.',
    proof: 'Password, or the code of your authenticator',
    code: 'Six digits of your authenticator, or a recovery code',
    go: 'Prove and go on',
  },
});

/** Six digits are a code of the authenticator, and who has one is asked for nothing else; all else is a password. */
const bodyOf = (proof: string, wantsCode: boolean): { code: string } | { password: string } =>
  wantsCode || /^\d{3} ?\d{3}$/.test(proof.trim()) ? { code: proof.trim() } : { password: proof };

/** Takes a proof of who one is, and then goes on. */
export const ProofForm = ({ again }: { readonly again: () => void }) => {
  const words = useWords(ownWords);
  const [proof, setProof] = useState('');
  const [wantsCode, setWantsCode] = useState(false);
  const proving = useSend(
    (api) => dataOf(api.POST('/api/v1/sessions/current/step-up', { body: bodyOf(proof, wantsCode) })),
    again,
  );
  const { refused } = proving;
  const isCodeWanted = refused !== null && refused !== 'offline' && refused.code === 'SECOND_FACTOR_REQUIRED';
  // It comes in answer to a press: who pressed goes on here.
  useEffect(() => {
    document.querySelector<HTMLInputElement>('input[name="proof"]')?.focus();
  }, []);
  useEffect(() => {
    if (!isCodeWanted) return;
    setWantsCode(true);
    setProof('');
  }, [isCodeWanted]);
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.about}</p>
      <Field
        label={wantsCode ? words.code : words.proof}
        name="proof"
        type={wantsCode ? 'text' : 'password'}
        autoComplete={wantsCode ? 'one-time-code' : 'current-password'}
        value={proof}
        onChange={setProof}
      />
      <Refusal of={proving} />
      <Button isBusy={proving.isSending} onPress={() => void proving.send()}>
        {words.go}
      </Button>
    </Notice>
  );
};
