import { Link, useSearch } from 'wouter-preact';
import type { View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { DropCard } from '../delivery/drop-card.js';
import { useComing } from '../delivery/use-coming.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { Choices } from '../parts/choices.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { comingWords } from './coming-words.js';
import { byDay, dayAfter, today } from './days.js';
import { useNeeds } from './use-needs.js';

type Need = View<'ComingView'>;

const tones: Readonly<Record<Need['state'], 'plain' | 'good' | 'waiting' | 'bad'>> = {
  'in-no-pool': 'plain',
  'in-pool': 'plain',
  refused: 'bad',
  prepared: 'waiting',
  'on-the-way': 'waiting',
  arrived: 'good',
};

/** What was counted of it, in a sentence. */
const Counted = ({ need }: { readonly need: Need }) => {
  const words = useWords(comingWords);
  const format = useFormat();
  const packs = usePacks();
  const { acceptedPacks, damagedPacks, missingPacks, quarantinedPacks, packCode } = need;
  if (acceptedPacks === null || packCode === null) return null;
  const apart = [
    [damagedPacks, words.damaged],
    [missingPacks, words.missing],
    [quarantinedPacks, words.quarantined],
  ] as const;
  const said = apart.flatMap(([count, word]) =>
    count === null || count === 0 ? [] : [word(format.number(count))],
  );
  return (
    <p>
      {words.gotAll(packs.count(acceptedPacks, packCode))} {said.length > 0 && `${said.join(', ')}.`}
    </p>
  );
};

const NeedCard = ({ need }: { readonly need: Need }) => {
  const words = useWords(comingWords);
  const format = useFormat();
  const packs = usePacks();
  const goods = useGoods();
  const { state, packCode, packSizeMilli, baseUnit, supplierName, koperasiName, deliveryNote } = need;
  const amount =
    need.packs !== null && packCode !== null && packSizeMilli !== null
      ? packs.both(need.packs, { packCode, packSizeMilli, baseUnit })
      : format.quantity(need.quantityMilli, baseUnit);
  return (
    <Card title={goods(need)} aside={<Badge tone={tones[state]}>{words[state]}</Badge>}>
      <p>
        <strong>{amount}</strong> {supplierName !== null && words.from(supplierName)}
      </p>
      {(state === 'prepared' || state === 'on-the-way') && koperasiName !== null && (
        <p>{words.through(koperasiName)}</p>
      )}
      {state === 'refused' && <p>{words.refusedNext}</p>}
      <Counted need={need} />
      {deliveryNote !== null && <p class="small">{words.note(deliveryNote)}</p>}
      {need.requirementLineId !== null && (
        <p>
          <Link href={`/kebutuhan/bahan/${need.requirementLineId}`}>{words.course}</Link>
        </p>
      )}
    </Card>
  );
};

/** Drops of a sell pool that the kitchen bought in: it counts them itself. */
const Direct = ({ kitchenId }: { readonly kitchenId: string }) => {
  const words = useWords(comingWords);
  const coming = useComing(kitchenId);
  if (coming.state !== 'done' || coming.data.length === 0) return null;
  return (
    <section>
      <h2>{words.direct}</h2>
      <p>{words.directAbout}</p>
      <div class="cards">
        {coming.data.map((drop) => (
          <DropCard key={drop.id} drop={drop} />
        ))}
      </div>
    </section>
  );
};

/** What a kitchen waits for, day by day: from whom, and how far it is. */
const ComingScreen = () => {
  const words = useWords(comingWords);
  const format = useFormat();
  useTitle(words.title);
  const kitchenId = actingParty()?.partyId ?? '';
  const isAll = new URLSearchParams(useSearch()).get('masa') === 'semua';
  const now = today();
  const needs = useNeeds(kitchenId, isAll ? null : now);
  const named = (day: string): string => {
    const name = format.day(day);
    if (day === now) return `${words.today}, ${name}`;
    return day === dayAfter(now, 1) ? `${words.tomorrow}, ${name}` : name;
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Choices
        label={words.span}
        now={isAll ? '/datang?masa=semua' : '/datang'}
        of={[
          ['/datang', words.fromToday],
          ['/datang?masa=semua', words.all],
        ]}
      />
      <Direct kitchenId={kitchenId} />
      <Answered of={needs}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
              <LinkButton href="/kebutuhan">{words.toWeek}</LinkButton>
            </Empty>
          ) : (
            <>
              {byDay(rows).map(([day, ofDay]) => (
                <section key={day}>
                  <h2>{named(day)}</h2>
                  <div class="cards">
                    {ofDay.map((need, at) => (
                      <NeedCard key={`${need.requirementLineId ?? ''}${String(at)}`} need={need} />
                    ))}
                  </div>
                </section>
              ))}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default ComingScreen;
