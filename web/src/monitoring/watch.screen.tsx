import { Link } from 'wouter-preact';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useChecks, useHeads, useInvariants, useParked, useSteps, useTrialBalance } from './use-watch.js';
import { WatchCard } from './watch-card.js';
import { watchWords } from './watch-words.js';

const Money = () => {
  const words = useWords(watchWords);
  const format = useFormat();
  const [balance, checks] = [useTrialBalance(), useChecks()];
  return (
    <>
      <Answered of={balance}>
        {({ balances, sumRp, journals }) => (
          <WatchCard href="/pengawasan/neraca" title={words.books} isGood={balances}>
            {balances ? words.booksBalance(format.number(journals)) : words.booksBroken(format.rupiah(sumRp))}
          </WatchCard>
        )}
      </Answered>
      <Answered of={checks}>
        {({ data }) => {
          const [last] = data;
          const failed = data.filter(({ day, outcome }) => day === last?.day && outcome !== 'holds').length;
          return (
            <WatchCard
              href="/pengawasan/neraca"
              title={words.nightly}
              isGood={last !== undefined && failed === 0}
            >
              {last === undefined
                ? words.nightlyNone
                : failed === 0
                  ? words.nightlyHold(format.date(last.ranAt))
                  : words.nightlyBroken(failed)}
            </WatchCard>
          );
        }}
      </Answered>
    </>
  );
};

const Work = () => {
  const words = useWords(watchWords);
  const format = useFormat();
  const [parked, steps, heads] = [useParked(), useSteps(), useHeads()];
  return (
    <>
      <Answered of={parked}>
        {({ data }) => (
          <WatchCard href="/pengawasan/macet" title={words.parked} isGood={data.length === 0}>
            {data.length === 0 ? words.parkedNone : words.parkedSome(data.length)}
          </WatchCard>
        )}
      </Answered>
      <Answered of={steps}>
        {({ data }) => {
          const late = data.filter(({ dueAt }) => new Date(dueAt).getTime() < Date.now()).length;
          return (
            <WatchCard href="/pengawasan/macet" title={words.steps} isGood={late === 0}>
              {data.length === 0 ? words.stepsNone : words.stepsSome(data.length, late)}
            </WatchCard>
          );
        }}
      </Answered>
      <Answered of={heads}>
        {({ data }) => (
          <WatchCard href="/buku" title={words.audit} isGood={data.length > 0}>
            {words.auditHead(format.number(data[0]?.number ?? 0))}
          </WatchCard>
        )}
      </Answered>
    </>
  );
};

/** What an observer looks at first: whether all is as promised, and where to look closer. */
const WatchScreen = () => {
  const words = useWords(watchWords);
  useTitle(words.title, words.about);
  const invariants = useInvariants();
  const closer = [
    ['/pengawasan/pihak', words.toParties],
    ['/putaran', words.toPools],
    ['/pengawasan/pengiriman', words.toDrops],
    ['/pengawasan/tagihan', words.toInvoices],
    ['/harga', words.toPrices],
    ['/peta', words.toMap],
  ] as const;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <h2 class="hidden-words">{words.state}</h2>
      <div class="cards">
        <Answered of={invariants}>
          {({ promises, holds, broken }) => (
            <WatchCard href="/pengawasan/janji" title={words.promises} isGood={holds}>
              {holds ? words.promisesHold(promises.length) : words.promisesBroken(broken.length)}
            </WatchCard>
          )}
        </Answered>
        <Money />
        <Work />
      </div>
      <h2>{words.drill}</h2>
      <ul class="places">
        {closer.map(([path, name]) => (
          <li key={path}>
            <Link href={path} class="place">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
};

export default WatchScreen;
