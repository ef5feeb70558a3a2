import { useState } from 'preact/hooks';
import { dataOf } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Answered } from '../../parts/asked.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import { Field } from '../../parts/field.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { accountWords } from './account-words.js';
import { useSecurity } from './use-security.js';

const ContactForm = ({ now, again }: { readonly now: string | null; readonly again: () => void }) => {
  const words = useWords(accountWords);
  const [contact, setContact] = useState(now ?? '');
  const [isDone, setDone] = useState(false);
  const saving = useSend(
    async (api) => {
      const written = contact.trim();
      await dataOf(api.PUT('/api/v1/me/contact', { body: { contact: written === '' ? null : written } }));
    },
    () => {
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
      <Facts of={[[words.contactNow, now ?? words.noContact]]} />
      <Field
        label={words.contactField}
        hint={words.contactHint}
        name="contact"
        autoComplete="tel"
        maxLength={200}
        value={contact}
        onChange={(next) => {
          setDone(false);
          setContact(next);
        }}
        problem={saving.problemOf('contact')}
      />
      <RefusalOrProof of={saving} />
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

/** Where codes are sent to the person. Who can change it can become the person, so that it asks for a proof. */
const ContactScreen = () => {
  const words = useWords(accountWords);
  const security = useSecurity();
  return (
    <AccountFrame title={words.contact} about={words.contactAbout}>
      <Answered of={security}>
        {({ contact }) => <ContactForm now={contact} again={security.again} />}
      </Answered>
    </AccountFrame>
  );
};

export default ContactScreen;
