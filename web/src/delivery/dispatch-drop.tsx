import { useEffect, useState } from 'preact/hooks';
import type { View } from '../api/api.js';
import { EntryStatus } from '../offline/entry-state.js';
import { lastErrandAbout, useErrands } from '../offline/use-errand.js';
import { LinkButton } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { SureButton } from '../parts/sure-button.js';
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';
import { useWords } from '../words/words.js';
import { useLoad } from './drop-card.js';
import { isLeaving, leavingOf } from './leaving.js';
import { sendWords } from './send-words.js';

const SENDING = ['officer', 'warehouse', 'chair'];
const MOST = 60;

/** The truck leaves: under the number that stands on its paper. Works without a signal, as at a rice mill's gate. */
export const DispatchDrop = ({
  drop,
  party,
  again,
}: {
  readonly drop: View<'DropDetailView'>;
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(sendWords);
  const loadOf = useLoad();
  const place = (drop.receiverVillage ?? drop.receiverName).replaceAll(' ', '-');
  const [number, setNumber] = useState(`SJ-${dayOf(now())}-${place}`.slice(0, MOST));
  const { send } = useErrands();
  const sent = lastErrandAbout(leavingOf(drop.id));
  const answer = sent?.state === 'received' || sent?.state === 'refused' ? `${sent.id} ${sent.state}` : null;
  const [seen] = useState(answer);
  useEffect(() => {
    // Either way the drop is not as the screen shows it any more.
    if (answer !== null && answer !== seen) again();
  }, [answer]);
  if (sent !== undefined && isLeaving(drop.id))
    return (
      <Notice tone="good" title={words.kept}>
        <EntryStatus entry={sent} />
        <p class="buttons">
          <LinkButton href="/antar">{words.toSends}</LinkButton>
        </p>
      </Notice>
    );
  if (!party.roles.some((role) => SENDING.includes(role))) return <p>{words.notYours}</p>;
  return (
    <>
      <Field
        label={words.number}
        hint={words.numberHint}
        value={number}
        maxLength={MOST}
        onChange={setNumber}
      />
      {number.trim() !== '' && (
        <SureButton
          tone="main"
          question={words.dispatchSure(drop.receiverName)}
          onPress={() => {
            void send([
              {
                kind: 'dispatch',
                subject: leavingOf(drop.id),
                title: `${loadOf(drop.goods)} · ${drop.receiverName}`,
                href: `/antar/${drop.id}`,
                method: 'POST',
                path: `/api/v1/drops/${drop.id}/dispatch`,
                body: { deliveryNote: number.trim() },
              },
            ]);
          }}
        >
          {words.dispatch}
        </SureButton>
      )}
    </>
  );
};
