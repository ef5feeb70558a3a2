import { useTitle } from '../frame/head.js';
import { LinkButton } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { useWords } from '../words/words.js';
import { aboutWords } from './about-words.js';

const steps = [1, 2, 3, 4, 5, 6, 7] as const;

/** How it works, by which rules, what is public, and how anybody checks it. */
const AboutScreen = () => {
  const words = useWords(aboutWords);
  useTitle(words.title, words.about);
  return (
    <div class="reading">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.what}</h2>
      <p>{words.whatText}</p>
      <h2>{words.how}</h2>
      <ol class="steps steps-long">
        {steps.map((step) => (
          <li key={step}>
            <h3>{words[`step${step}`]}</h3>
            <p>{words[`step${step}Text`]}</p>
          </li>
        ))}
      </ol>
      <h2>{words.open}</h2>
      <div class="cards">
        <Card title={words.openAll}>
          <p>{words.openAllText}</p>
        </Card>
        <Card title={words.openMembers}>
          <p>{words.openMembersText}</p>
        </Card>
        <Card title={words.closed}>
          <p>{words.closedText}</p>
        </Card>
      </div>
      <section class="panel">
        <h2>{words.check}</h2>
        <p>{words.checkText}</p>
        <ul>
          <li>{words.check1}</li>
          <li>{words.check2}</li>
          <li>{words.check3}</li>
        </ul>
        <div class="buttons">
          <LinkButton href="/putaran">{words.toResult}</LinkButton>
          <LinkButton href="/buku" tone="quiet">
            {words.toBooks}
          </LinkButton>
        </div>
      </section>
      <h2>{words.demo}</h2>
      <p>{words.demoText}</p>
      <h2>{words.sources}</h2>
      <p>{words.sourcesText}</p>
    </div>
  );
};

export default AboutScreen;
