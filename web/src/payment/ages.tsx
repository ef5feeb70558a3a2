import type { View } from '../api/api.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { treasuryWords } from './treasury-words.js';

export const ages = ['current', 'late1To30', 'late31To60', 'late61To90', 'lateOver90'] as const;

/** How old what is owed is, as one bar of parts; each part's name and figure stand below it. */
export const Ages = ({ of: total }: { readonly of: View<'AgesView'> }) => {
  const words = useWords(treasuryWords);
  const format = useFormat();
  const whole = Math.max(1, total.totalRp);
  let before = 0;
  return (
    <figure class="ages">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={words.agesOf}>
        {ages.map((age, place) => {
          const width = (total[age] / whole) * 100;
          const x = before;
          before += width;
          return <rect key={age} class={`age-${place}`} x={x} width={width} height="4" />;
        })}
      </svg>
      <figcaption>
        <ul>
          {ages.map((age, place) =>
            total[age] === 0 ? null : (
              <li key={age}>
                <svg viewBox="0 0 4 4" aria-hidden="true">
                  <rect class={`age-${place}`} width="4" height="4" />
                </svg>
                {words[age]}
                <strong>{format.rupiah(total[age])}</strong>
              </li>
            ),
          )}
        </ul>
      </figcaption>
    </figure>
  );
};
