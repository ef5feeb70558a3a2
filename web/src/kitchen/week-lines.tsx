import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { useCommodities } from '../catalog/use-commodities.js';
import { Icon } from '../parts/icon.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { LineDraft } from './week-form.js';
import { kitchenWords } from './words.js';

type Line = LineDraft & { readonly id?: string };

/** What is needed, day by day. */
export const WeekLines = ({
  lines,
  days,
  hasTrace = false,
  children,
}: {
  readonly lines: readonly Line[];
  readonly days: readonly string[];
  readonly hasTrace?: boolean;
  /** What can be done with a line. */
  readonly children?: (line: Line, name: string) => ComponentChildren;
}) => {
  const words = useWords(kitchenWords);
  const format = useFormat();
  const language = useLanguage();
  const commodities = useCommodities();
  const known = commodities.state === 'done' ? commodities.data.data : [];
  return (
    <>
      {days
        .filter((day) => lines.some(({ neededOn }) => neededOn === day))
        .map((day) => (
          <section key={day} class="day">
            <h3>{format.day(day)}</h3>
            <ul class="rows">
              {lines
                .filter(({ neededOn }) => neededOn === day)
                .map((line) => {
                  const commodity = known.find(({ code }) => code === line.commodityCode);
                  const name =
                    (language === 'id' ? commodity?.nameId : commodity?.nameEn) ?? line.commodityCode;
                  const needed = (
                    <span>
                      {name}
                      {': '}
                      <strong>{format.quantity(line.quantityMilli, commodity?.baseUnit ?? '')}</strong>
                    </span>
                  );
                  return (
                    <li key={line.commodityCode}>
                      {hasTrace && line.id !== undefined ? (
                        <Link href={`/kebutuhan/bahan/${line.id}`} class="row-link">
                          {needed}
                          <span class="hidden-words">{words.course}</span>
                          <Icon name="next" />
                        </Link>
                      ) : (
                        needed
                      )}
                      {children?.(line, name)}
                    </li>
                  );
                })}
            </ul>
          </section>
        ))}
    </>
  );
};
