import { Link } from 'wouter-preact';
import type { View } from '../api/api.js';
import { EntryBadge } from '../offline/entry-state.js';
import { lastErrandAbout } from '../offline/use-errand.js';
import { Badge } from '../parts/badge.js';
import { Folded } from '../parts/folded.js';
import { later } from '../parts/later.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useLoad } from './drop-card.js';
import { leavingOf } from './leaving.js';
import { sendStepOf, sendTones, type Route } from './plan-routes.js';
import { RoundLoad } from './round-load.js';
import { roundWords } from './round-words.js';
import { sendWords } from './send-words.js';
import { splitTrips } from './split-trips.js';
import { loadG } from './weigh-stops.js';

type Drop = View<'DropView'>;

const RoundMap = later('round-map', async () => (await import('./round-map.js')).default);

const Stop = ({ drop, number }: { readonly drop: Drop; readonly number: string }) => {
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

/** One truck's way: how full it is, and where it stops; the numbers go on from the trip before. */
const Trip = ({
  stops,
  before,
  mostG,
  truckG,
  place,
}: {
  readonly stops: readonly Drop[];
  readonly before: number;
  /** What the drawing is as long as. */
  readonly mostG: number;
  readonly truckG: number | null;
  readonly place: string;
}) => {
  const words = useWords(sendWords);
  const round = useWords(roundWords);
  const format = useFormat();
  const ownG = loadG(stops);
  const weight = format.quantity(ownG, 'KGM');
  const truck = truckG === null ? '' : format.quantity(truckG, 'KGM');
  const told =
    truckG === null
      ? words.loadOfRound(weight)
      : ownG > truckG
        ? round.over(weight, truck)
        : round.fills(weight, truck, format.percent(ownG / truckG));
  return (
    <>
      {ownG > 0 && (
        <>
          <p class="small">{told}</p>
          <RoundLoad
            stops={stops}
            before={before}
            mostG={Math.max(ownG, mostG)}
            label={words.loadDrawn(place, weight)}
          />
        </>
      )}
      <ol class="rows">
        {stops.map((drop, at) => (
          <Stop key={drop.id} drop={drop} number={format.number(before + at + 1)} />
        ))}
      </ol>
    </>
  );
};

/** What goes the same way on the same day: trip by trip of the truck, or as one load where none was chosen. */
export const Round = ({
  of: { district, drops },
  truckG,
  mostG,
}: {
  readonly of: Route;
  readonly truckG: number | null;
  /** What the heaviest round of the day weighs. */
  readonly mostG: number;
}) => {
  const words = useWords(sendWords);
  const round = useWords(roundWords);
  const format = useFormat();
  const place = district ?? words.elsewhere;
  const trips = truckG === null ? [drops] : splitTrips(drops, truckG);
  let before = 0;
  return (
    <section class="round">
      <h3>{words.route(place, format.number(drops.length))}</h3>
      {trips.map((stops, at) => {
        const first = before;
        before += stops.length;
        return (
          <div key={stops[0]?.id}>
            {trips.length > 1 && <h4>{round.trip(format.number(at + 1), format.number(trips.length))}</h4>}
            <Trip stops={stops} before={first} mostG={truckG ?? mostG} truckG={truckG} place={place} />
          </div>
        );
      })}
      {drops.some(({ receiverRegion }) => receiverRegion !== null) && (
        <Folded title={round.showMap}>
          <RoundMap
            stops={drops}
            label={round.mapOf(
              place,
              drops.map(({ receiverName }, at) => `${format.number(at + 1)} ${receiverName}`).join(', '),
            )}
          />
        </Folded>
      )}
    </section>
  );
};
