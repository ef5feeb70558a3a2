import type { ComponentChildren } from 'preact';
import { useTitle } from '../../frame/head.js';
import { Path } from '../../parts/path.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';

/** A part of the account: the way back, its name, and what it is for. */
export const AccountFrame = ({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
}) => {
  const words = useWords(accountWords);
  useTitle(title);
  return (
    <div class="narrow">
      <Path name={words.where} steps={[['/akun', words.account]]} />
      <h1>{title}</h1>
      <p class="lead">{about}</p>
      {children}
    </div>
  );
};
