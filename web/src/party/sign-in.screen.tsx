import { useLocation } from 'wouter-preact';
import { useTitle } from '../frame/head.js';
import { useWords } from '../words/words.js';
import { SignInForm } from './sign-in-form.js';
import { signInWords } from './sign-in-words.js';

/** The way in, for who comes to nothing in particular. */
const SignInScreen = () => {
  const words = useWords(signInWords);
  useTitle(words.signIn, words.signInAbout);
  const [, goTo] = useLocation();
  return (
    <SignInForm
      after={() => {
        goTo('/beranda');
      }}
    >
      <h1>{words.signIn}</h1>
      <p class="lead">{words.signInAbout}</p>
    </SignInForm>
  );
};

export default SignInScreen;
