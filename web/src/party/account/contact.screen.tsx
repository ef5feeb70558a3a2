import { dataOf } from '../../api/api.js';
import { Answered } from '../../parts/asked.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { accountWords } from './account-words.js';
import { KeptField } from './kept-field.js';
import { useSecurity } from './use-security.js';

/** Where codes are sent to the person. Who can change it can become the person, so that it asks for a proof. */
const ContactScreen = () => {
  const words = useWords(accountWords);
  const security = useSecurity();
  return (
    <AccountFrame title={words.contact} about={words.contactAbout}>
      <Answered of={security}>
        {({ contact: now }) => (
          <KeptField
            now={now}
            name="contact"
            label={words.contactField}
            hint={words.contactHint}
            maxLength={200}
            save={async (api, contact) => {
              await dataOf(api.PUT('/api/v1/me/contact', { body: { contact } }));
              return contact;
            }}
            after={security.again}
          />
        )}
      </Answered>
    </AccountFrame>
  );
};

export default ContactScreen;
