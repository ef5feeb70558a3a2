import { useEffect } from 'preact/hooks';
import { hasLapsed } from '../api/session.js';
import { Notice } from '../parts/notice.js';
import { useWords } from '../words/words.js';
import { SignInForm } from './sign-in-form.js';
import { signInWords } from './sign-in-words.js';

/** Signing in where one is, and going on there. */
export const SignInHere = () => {
  const words = useWords(signInWords);
  useEffect(() => {
    // It comes over what somebody was doing: they are taken to it.
    if (hasLapsed.value) document.getElementById('isi')?.focus();
  }, []);
  return (
    <>
      <Notice tone="info" title={hasLapsed.value ? words.lapsed : words.wantsSession} isPage>
        {hasLapsed.value && <p>{words.lapsedText}</p>}
      </Notice>
      <SignInForm />
    </>
  );
};
