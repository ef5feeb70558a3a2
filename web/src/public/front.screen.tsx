import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { poolWords } from '../pool/words.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { LastResult } from './last-result.js';
import { Load } from './load.js';
import { OpenPool } from './open-pool.js';
import { publicWords } from './words.js';

const steps = [1, 2, 3, 4, 5] as const;
const MOST_OPEN = 4;
const MOST_SETTLED = 4;

/** What Sepikul is, what it has brought, and what can be joined now. */
const FrontScreen = () => {
  const words = useWords(publicWords);
  const pool = useWords(poolWords);
  const format = useFormat();
  useTitle('', words.description);
  const open = useAsk('pools:open', (api) =>
    dataOf(api.GET('/api/v1/pools', { params: { query: { state: 'open', limit: MOST_OPEN } } })),
  );
  const brought = useAsk('pool-results', (api) =>
    dataOf(api.GET('/api/v1/pool-results', { params: { query: { limit: MOST_SETTLED } } })),
  );
  const [last, ...earlier] = brought.state === 'done' ? brought.data.data : [];
  return (
    <>
      <section class="hero">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <p>{words.about}</p>
          <div class="buttons">
            <LinkButton href="/putaran">{words.toPools}</LinkButton>
            <LinkButton href="/tentang" tone="quiet">
              {words.toAbout}
            </LinkButton>
          </div>
        </div>
        <Load label={words.load} />
      </section>
      {last !== undefined && <LastResult of={last} />}
      <h2>{words.openNow}</h2>
      <Answered of={open}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={pool.none}>{pool.noneNext}</Empty>
          ) : (
            <div class="wide-cards">
              {data.map((each) => (
                <OpenPool key={each.id} of={each} />
              ))}
            </div>
          )
        }
      </Answered>
      <div class="buttons">
        <LinkButton href="/putaran" tone="quiet">
          {words.all}
        </LinkButton>
      </div>
      <h2>{words.how}</h2>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>
            <h3>{words[`step${step}`]}</h3>
            <p>{words[`step${step}Text`]}</p>
          </li>
        ))}
      </ol>
      {earlier.length > 0 && (
        <>
          <h2>{words.earlier}</h2>
          <ul class="plain-list">
            {earlier.map(({ poolId, title, savedRp, koperasiCount }) => (
              <li key={poolId}>
                <Link href={`/putaran/${poolId}/hasil`}>{title}</Link>
                <span>{words.savedOf(format.shortRupiah(savedRp), koperasiCount)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <section class="panel">
        <h2>{words.check}</h2>
        <p>{words.checkText}</p>
        <div class="buttons">
          <LinkButton href="/buku">{words.toBooks}</LinkButton>
          <LinkButton href="/peta" tone="quiet">
            {words.toMap}
          </LinkButton>
          <LinkButton href="/harga" tone="quiet">
            {words.toPrices}
          </LinkButton>
        </div>
      </section>
    </>
  );
};

export default FrontScreen;
