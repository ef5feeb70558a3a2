import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { EntryStatus } from '../offline/entry-state.js';
import { lastErrandAbout } from '../offline/use-errand.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { Facts } from '../parts/facts.js';
import { Path } from '../parts/path.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useLoad } from './drop-card.js';
import { DropLines } from './drop-lines.js';
import { DispatchDrop } from './dispatch-drop.js';
import { leavingOf } from './leaving.js';
import { sendStepOf, sendTones } from './plan-routes.js';
import { sendWords } from './send-words.js';

/** One drop to make: for whom, what is on it, its paper, and letting it leave. */
const SendScreen = ({ params: { dropId = '' } }: { readonly params: Params }) => {
  const words = useWords(sendWords);
  const format = useFormat();
  const loadOf = useLoad();
  useTitle(words.title);
  const party = actingParty();
  const asked = useAsk(`drop:${dropId}`, (api) =>
    dataOf(api.GET('/api/v1/drops/{dropId}', { params: { path: { dropId } } })),
  );
  return (
    <div class="narrow">
      <Path name={words.title} steps={[['/antar', words.title]]} />
      <Answered of={asked} heading={words.title}>
        {(drop) => {
          const step = sendStepOf(drop);
          const leaving = lastErrandAbout(leavingOf(drop.id));
          const place = [drop.receiverVillage, drop.receiverDistrict].filter((name) => name !== null);
          const shown: (readonly [string, string | null])[] = [
            [words.to, drop.receiverName],
            drop.pickupPlace === null ? [words.place, place.join(', ')] : [words.fetched, drop.pickupPlace],
            [words.needed, format.day(drop.neededBy)],
            [words.pool, drop.poolTitle],
            [words.note, drop.deliveryNote],
            [words.leftAt, drop.dispatchedAt === null ? null : format.dateTime(drop.dispatchedAt)],
            [words.arrivedAt, drop.receivedAt === null ? null : format.dateTime(drop.receivedAt)],
          ];
          return (
            <>
              <h1>{loadOf(drop.goods)}</h1>
              <p>
                <Badge tone={sendTones[step]}>{words[step]}</Badge>
              </p>
              <Facts
                of={shown.flatMap(([name, value]) =>
                  value === null || value === '' ? [] : [[name, value] as const],
                )}
              />
              {leaving?.state === 'refused' && <EntryStatus entry={leaving} />}
              {step !== 'counted' && <p>{words[`${step}Next`]}</p>}
              {step === 'ready' && party?.partyId === drop.senderId && (
                <DispatchDrop drop={drop} party={party} again={asked.again} />
              )}
              <DropLines drop={drop} />
              <div class="buttons">
                <Download
                  name={`${drop.deliveryNote ?? 'daftar-muat'}.pdf`}
                  ask={(api) =>
                    dataOf(
                      api.GET('/api/v1/drops/{dropId}/note', {
                        params: { path: { dropId } },
                        parseAs: 'blob',
                      }),
                    )
                  }
                >
                  {drop.deliveryNote === null ? words.list : words.paper}
                </Download>
                <LinkButton href="/pesanan-pembelian" tone="quiet">
                  {words.bill}
                </LinkButton>
              </div>
            </>
          );
        }}
      </Answered>
    </div>
  );
};

export default SendScreen;
