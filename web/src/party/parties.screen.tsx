import { useTitle } from '../frame/head.js';
import { Path } from '../parts/path.js';
import { useWords } from '../words/words.js';
import { PartyList } from './party-list.js';
import { seenWords } from './seen-words.js';

/** Who takes part, as who oversees looks at them. */
const PartiesScreen = () => {
  const words = useWords(seenWords);
  useTitle(words.title, words.about);
  return (
    <>
      <Path name={words.path} steps={[['/pengawasan', words.watch]]} />
      <h1>{words.title}</h1>
      <PartyList base="/pengawasan/pihak" />
    </>
  );
};

export default PartiesScreen;
