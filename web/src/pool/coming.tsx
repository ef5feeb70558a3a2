import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { comingSteps } from './coming-steps.js';
import { deskWords } from './desk-words.js';
import type { Pool } from './use-pool.js';

/** What comes after the close and by when, and whether somebody stands in. */
export const Coming = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(deskWords);
  const format = useFormat();
  return (
    <>
      <h2>{words.coming}</h2>
      <p>{words.comingText}</p>
      <ol class="coming">
        {comingSteps(pool).map(({ name, byMs, hasDeputy }) => {
          const by = new Date(byMs);
          return (
            <li key={name}>
              <strong>{words[name]}</strong>
              <span>
                {format.day(by)}, {format.time(by)}
              </span>
              {hasDeputy !== null && (
                <span class="small">{hasDeputy ? words.withDeputy : words.withoutDeputy}</span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
};
