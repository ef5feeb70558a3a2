import { useSearch } from 'wouter-preact';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { Choices } from '../parts/choices.js';
import { Select } from '../parts/field.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useLoad } from './drop-card.js';
import { trucks, useTruck, type Truck } from './kept-truck.js';
import { planRoutes, type Day } from './plan-routes.js';
import { Round } from './round.js';
import { roundWords } from './round-words.js';
import { sendWords } from './send-words.js';
import { useSent } from './use-sent.js';
import { loadG } from './weigh-stops.js';

const TONNE_G = 1_000_000;
const truckNames = Object.keys(trucks) as Truck[];

const choices = [
  ['', 'planned', 'toSend'],
  ['di-jalan', 'dispatched', 'onRoad'],
  ['sampai', 'received', 'arrived'],
] as const;

const DayPlan = ({
  of: { day, routes, load },
  truckG,
}: {
  readonly of: Day;
  readonly truckG: number | null;
}) => {
  const words = useWords(sendWords);
  const format = useFormat();
  const loadOf = useLoad();
  const mostG = Math.max(0, ...routes.map(({ drops }) => loadG(drops)));
  return (
    <section>
      <h2>{words.day(format.day(day))}</h2>
      <p>{words.load(loadOf([...load]))}</p>
      {mostG > 0 && <p class="small">{words.drawing}</p>}
      {routes.map((route) => (
        <Round key={route.district ?? ''} of={route} truckG={truckG} mostG={mostG} />
      ))}
    </section>
  );
};

/** The drops that a party has to make, day by day and route by route. */
const SendsScreen = () => {
  const words = useWords(sendWords);
  const round = useWords(roundWords);
  useTitle(words.title);
  const wanted = new URLSearchParams(useSearch()).get('keadaan');
  const [slug, state] = choices.find(([name]) => name === wanted) ?? choices[0];
  const sent = useSent(actingParty()?.partyId ?? '', state);
  const [truck, setTruck] = useTruck();
  const truckG = truck === '' ? null : trucks[truck] * TONNE_G;
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
              <Select
                label={round.truck}
                hint={round.truckHint}
                value={truck}
                choices={[
                  { value: '', name: round.unknown },
                  ...truckNames.map((value) => ({ value, name: round[value] })),
                ]}
                onChange={setTruck}
              />
              {planRoutes(drops).map((day) => (
                <DayPlan key={day.day} of={day} truckG={truckG} />
              ))}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default SendsScreen;
