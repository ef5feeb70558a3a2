import { Link, useSearch } from 'wouter-preact';
import type { View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { EntryBadge } from '../offline/entry-state.js';
import { lastErrandAbout } from '../offline/use-errand.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Choices } from '../parts/choices.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { leavingOf } from './leaving.js';
import { useLoad } from './drop-card.js';
import { planRoutes, sendStepOf, sendTones, type Day } from './plan-routes.js';
import { sendWords } from './send-words.js';
import { RoundLoad } from './round-load.js';
import { useSent } from './use-sent.js';
import { weightG } from './weigh-stops.js';

const choices = [
  ['', 'planned', 'toSend'],
  ['di-jalan', 'dispatched', 'onRoad'],
  ['sampai', 'received', 'arrived'],
] as const;

const Stop = ({ drop, number }: { readonly drop: View<'DropView'>; readonly number: string }) => {
  const words = useWords(sendWords);
  const loadOf = useLoad();
  const step = sendStepOf(drop);
  const leaving = lastErrandAbout(leavingOf(drop.id));
  return (
    <li>
      <Link href={`/antar/${drop.id}`} class="row-link">
        <span>
          <span class="row-name">
            {number}. {drop.receiverName}
          </span>
          <span class="small">{loadOf(drop.goods)}</span>
          {drop.state === 'planned' &&
            (leaving === undefined ? (
              <Badge tone={sendTones[step]}>{words[step]}</Badge>
            ) : (
              <EntryBadge entry={leaving} />
            ))}
        </span>
      </Link>
    </li>
  );
};

const DayPlan = ({ of: { day, routes, load } }: { readonly of: Day }) => {
  const words = useWords(sendWords);
  const format = useFormat();
  const loadOf = useLoad();
  const weightOf = (drops: readonly View<'DropView'>[]): number =>
    drops.reduce((sum, drop) => sum + weightG(drop), 0);
  const mostG = Math.max(0, ...routes.map(({ drops }) => weightOf(drops)));
  return (
    <section>
      <h2>{words.day(format.day(day))}</h2>
      <p>{words.load(loadOf([...load]))}</p>
      {mostG > 0 && <p class="small">{words.drawing}</p>}
      {routes.map(({ district, drops }) => (
        <section class="round" key={district ?? ''}>
          <h3>{words.route(district ?? words.elsewhere, format.number(drops.length))}</h3>
          {weightOf(drops) > 0 && (
            <>
              <p class="small">{words.loadOfRound(format.quantity(weightOf(drops), 'KGM'))}</p>
              <RoundLoad
                stops={drops}
                mostG={mostG}
                label={words.loadDrawn(district ?? words.elsewhere, format.quantity(weightOf(drops), 'KGM'))}
              />
            </>
          )}
          <ol class="rows">
            {drops.map((drop, place) => (
              <Stop key={drop.id} drop={drop} number={format.number(place + 1)} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
};

/** The drops that a party has to make, day by day and route by route. */
const SendsScreen = () => {
  const words = useWords(sendWords);
  useTitle(words.title);
  const wanted = new URLSearchParams(useSearch()).get('keadaan');
  const [slug, state] = choices.find(([name]) => name === wanted) ?? choices[0];
  const sent = useSent(actingParty()?.partyId ?? '', state);
  const pathOf = (name: string): string => `/antar${name === '' ? '' : `?keadaan=${name}`}`;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Choices
        label={words.states}
        now={pathOf(slug)}
        of={choices.map(([name, , word]): [string, string] => [pathOf(name), words[word]])}
      />
      <Answered of={sent}>
        {(drops) =>
          drops.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
              <LinkButton href="/kontrak">{words.toContracts}</LinkButton>
            </Empty>
          ) : (
            <>
              {planRoutes(drops).map((day) => (
                <DayPlan key={day.day} of={day} />
              ))}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default SendsScreen;
