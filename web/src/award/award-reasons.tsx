import type { View } from '../api/api.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { explainedWords } from './explained-words.js';

type Explained = View<'ExplanationView'>;

const Single = ({ of: explained }: { readonly of: Explained }) => {
  const words = useWords(explainedWords);
  const format = useFormat();
  const { bestSingle, savedRp } = explained;
  if (bestSingle === null || explained.lines.length < 2) return null;
  return (
    <>
      <h2>{words.single}</h2>
      <p>
        {words.singleText(bestSingle.supplierName, format.rupiah(bestSingle.amountRp))}{' '}
        {bestSingle.unservedPacks > 0 && words.singleShort(format.number(bestSingle.unservedPacks))}{' '}
        {savedRp !== null && savedRp > 0 && <strong>{words.splitSaves(format.rupiah(savedRp))}</strong>}
      </p>
    </>
  );
};

const Constraints = ({ of: explained }: { readonly of: Explained }) => {
  const words = useWords(explainedWords);
  const language = useLanguage();
  return (
    <>
      <h2>{words.constraints}</h2>
      {explained.constraints.length === 0 ? (
        <p>{words.noConstraints}</p>
      ) : (
        <ul>
          {explained.constraints.map((one) => (
            <li key={one.kind + one.subjectId}>{one[language]}</li>
          ))}
        </ul>
      )}
      {explained.unpricedConstraints > 0 && <p>{words.unpriced(explained.unpricedConstraints)}</p>}
    </>
  );
};

const Losers = ({ of: explained }: { readonly of: Explained }) => {
  const words = useWords(explainedWords);
  const language = useLanguage();
  return (
    <>
      <h2>{words.losers}</h2>
      {explained.losingBids.length === 0 ? (
        <p>{words.noLosers}</p>
      ) : (
        <dl class="reasons">
          {explained.losingBids.map((bid) => (
            <div key={bid.bidId}>
              <dt>{bid.supplierName}</dt>
              <dd>{bid[language]}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

const LeftOut = ({ of: explained }: { readonly of: Explained }) => {
  const words = useWords(explainedWords);
  const format = useFormat();
  const language = useLanguage();
  const { tolerance, leftOut } = explained;
  return (
    <>
      {tolerance !== null && tolerance.packs > tolerance.plain.packs && (
        <>
          <h2>{words.tolerance}</h2>
          <p>
            {words.toleranceText(
              format.number(tolerance.packs - tolerance.plain.packs),
              format.rupiah(tolerance.plain.amountRp),
              format.number(tolerance.packs),
              format.rupiah(tolerance.amountRp),
            )}
          </p>
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <h2>{words.leftOut}</h2>
          <Table
            caption={words.leftOut}
            rows={leftOut}
            keyOf={({ draw }) => draw}
            columns={[
              { name: words.who, of: ({ draw }) => <span class="hash">{draw.slice(0, 12)}</span> },
              { name: words.asked, of: ({ askedPacks }) => format.number(askedPacks), isNumber: true },
              { name: words.losers, of: (line) => line[language] },
            ]}
          />
        </>
      )}
    </>
  );
};

/** Why it is so: against one supplier alone, what each limit costs, why each other bid lost, who gets nothing. */
export const AwardReasons = ({ of: explained }: { readonly of: Explained }) => (
  <>
    <Single of={explained} />
    <Losers of={explained} />
    <Constraints of={explained} />
    <LeftOut of={explained} />
  </>
);
