import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { useSend } from '../../api/use-send.js';
import { Answered } from '../../parts/asked.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import { Field } from '../../parts/field.js';
import { Notice } from '../../parts/notice.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { phoneWords } from './phone-words.js';

const PhoneForm = ({
  partyId,
  of: now,
  again,
}: {
  readonly partyId: string;
  readonly of: View<'PhoneView'>;
  readonly again: () => void;
}) => {
  const words = useWords(phoneWords);
  const [phone, setPhone] = useState(now.phone ?? '');
  const [isDone, setDone] = useState(false);
  const saving = useSend(
    (api) =>
      dataOf(
        api.PUT('/api/v1/parties/{partyId}/phone', {
          params: {
            path: { partyId },
            ...(now.version === null ? {} : { header: { 'If-Match': `"${now.version}"` } }),
          },
          body: { phone: phone.trim() === '' ? null : phone.trim() },
        }),
      ),
    (kept) => {
      setPhone(kept.phone ?? '');
      setDone(true);
      again();
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void saving.send();
      }}
    >
      <Facts of={[[words.now, now.phone ?? words.none]]} />
      <Field
        label={words.field}
        hint={words.hint}
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={40}
        value={phone}
        onChange={(next) => {
          setDone(false);
          setPhone(next);
        }}
        problem={saving.problemOf('phone')}
      />
      <Refusal of={saving} />
      {isDone ? (
        <Notice tone="good" title={words.saved}>
          <LinkButton href="/akun">{words.back}</LinkButton>
        </Notice>
      ) : (
        <Button type="submit" isBusy={saving.isSending}>
          {words.save}
        </Button>
      )}
    </form>
  );
};

/** On which number the party wants to be called. */
const PhoneScreen = () => {
  const words = useWords(phoneWords);
  const partyId = actingParty()?.partyId ?? '';
  const asked = useAsk(`phone:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/phone', { params: { path: { partyId } } })),
  );
  return (
    <AccountFrame title={words.title} about={words.about}>
      <Answered of={asked}>{(now) => <PhoneForm partyId={partyId} of={now} again={asked.again} />}</Answered>
    </AccountFrame>
  );
};

export default PhoneScreen;
