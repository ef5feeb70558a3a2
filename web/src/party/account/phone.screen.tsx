import { dataOf } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { Answered } from '../../parts/asked.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { KeptField } from './kept-field.js';
import { phoneWords } from './phone-words.js';

/** On which number the party wants to be called. */
const PhoneScreen = () => {
  const words = useWords(phoneWords);
  const path = { partyId: actingParty()?.partyId ?? '' };
  const asked = useAsk(`phone:${path.partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/phone', { params: { path } })),
  );
  return (
    <AccountFrame title={words.title} about={words.about}>
      <Answered of={asked}>
        {({ phone: now, version }) => (
          <KeptField
            now={now}
            name="phone"
            type="tel"
            label={words.field}
            hint={words.hint}
            maxLength={40}
            save={async (api, phone) => {
              const header = version === null ? {} : { header: { 'If-Match': `"${version}"` } };
              const kept = await dataOf(
                api.PUT('/api/v1/parties/{partyId}/phone', { params: { path, ...header }, body: { phone } }),
              );
              return kept.phone;
            }}
            after={asked.again}
          />
        )}
      </Answered>
    </AccountFrame>
  );
};

export default PhoneScreen;
