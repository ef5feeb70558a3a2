import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { explainedWords } from './explained-words.js';

/** How anybody reckons the award anew. The file is a plain link: it works without JavaScript. */
export const VerifyAward = ({ lotId }: { readonly lotId: string }) => {
  const words = useWords(explainedWords);
  const language = useLanguage();
  return (
    <section class="panel">
      <h2>{words.verify}</h2>
      <p>{words.verifyText}</p>
      <pre class="command">
        <code>npx sepikul award verify award.json</code>
      </pre>
      <div class="buttons">
        <a class="button" href={`/api/v1/lots/${lotId}/award/file`} download="award.json">
          {words.download}
        </a>
        <a class="button button-quiet" href={`/api/v1/lots/${lotId}/award/explanation?language=${language}`}>
          {words.readText}
        </a>
      </div>
    </section>
  );
};
