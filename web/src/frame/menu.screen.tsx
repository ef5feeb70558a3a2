import { Link } from 'wouter-preact';
import { actingParty } from '../api/session.js';
import { Icon } from '../parts/icon.js';
import { useWords } from '../words/words.js';
import { useTitle } from './head.js';
import { menuOf, menuWords } from './menu.js';
import { frameWords } from './words.js';

/** All places of the party, where the bar below has no room for them. */
const MenuScreen = () => {
  const words = useWords(menuWords);
  const { menu } = useWords(frameWords);
  useTitle(menu);
  const kind = actingParty()?.kind;
  return (
    <>
      <h1>{menu}</h1>
      <ul class="places">
        {(kind === undefined ? [] : menuOf(kind)).map(({ path, name }) => (
          <li key={path}>
            <Link href={path} class="place">
              <Icon name={name} />
              {words[name]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
};

export default MenuScreen;
