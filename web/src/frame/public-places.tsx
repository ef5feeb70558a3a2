import { Link, useLocation } from 'wouter-preact';
import { Icon, type IconName } from '../parts/icon.js';
import { defineWords, useWords } from '../words/words.js';

const placeWords = defineWords({
  id: {
    label: 'Untuk umum',
    pools: 'Putaran',
    map: 'Peta',
    prices: 'Harga',
    about: 'Tentang',
    books: 'Periksa sendiri',
    api: 'API',
    made: 'Yang berat dipikul bersama, yang ringan dijinjing.',
  },
  en: {
    label: 'Public',
    pools: 'Pools',
    map: 'Map',
    prices: 'Prices',
    about: 'About',
    books: 'Check it yourself',
    api: 'API',
    made: 'What is heavy is shouldered together, what is light carried by hand.',
  },
});

const places: readonly { readonly path: string; readonly name: IconName & keyof typeof placeWords.id }[] = [
  { path: '/putaran', name: 'pools' },
  { path: '/peta', name: 'map' },
  { path: '/harga', name: 'prices' },
  { path: '/tentang', name: 'about' },
];

/** The bar of who has not signed in. */
export const PublicBar = () => {
  const words = useWords(placeWords);
  const [path] = useLocation();
  return (
    <nav class="bar" aria-label={words.label}>
      {places.map(({ path: entry, name }) => (
        <Link
          key={entry}
          href={entry}
          aria-current={path === entry || path.startsWith(`${entry}/`) ? 'page' : undefined}
        >
          <Icon name={name} />
          {words[name]}
        </Link>
      ))}
    </nav>
  );
};

/** Below every screen: what anybody may read, signed in or not. */
export const PublicFoot = () => {
  const words = useWords(placeWords);
  return (
    <footer class="foot">
      <ul>
        {places.map(({ path, name }) => (
          <li key={path}>
            <Link href={path}>{words[name]}</Link>
          </li>
        ))}
        <li>
          <Link href="/buku">{words.books}</Link>
        </li>
        <li>
          <a href="/docs">{words.api}</a>
        </li>
      </ul>
      <p>{words.made}</p>
    </footer>
  );
};
