import { useState } from 'preact/hooks';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { Select } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { ShareText } from '../parts/share-text.js';
import { Countdown } from '../quote/countdown.js';
import { useMeter } from '../quote/use-meter.js';
import { useLanguage, type Language } from '../words/language.js';
import { useWords } from '../words/words.js';
import { Coming } from './coming.js';
import { MissingDeposits, NotYet } from './desk-lists.js';
import { groupText, whatsAppLink, type DeskFacts } from './desk-texts.js';
import { deskWords } from './desk-words.js';
import type { Members } from './group-members.js';
import { ManageFrame } from './manage-frame.js';
import { MemberStats } from './members.js';
import { usePhones } from './use-phones.js';
import { useMembers } from './use-members.js';
import type { Pool } from './use-pool.js';

const Messages = ({ facts, members }: { readonly facts: DeskFacts; readonly members: Members }) => {
  const words = useWords(deskWords);
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const phones = usePhones(facts.pool.id);
  return (
    <>
      <h2>{words.group}</h2>
      <Select
        label={words.language}
        value={language}
        onChange={setLanguage}
        choices={[
          { value: 'id', name: 'Bahasa Indonesia' },
          { value: 'en', name: 'English' },
        ]}
      />
      <ShareText
        label={words.message}
        hint={words.groupText}
        text={groupText(facts, language)}
        linkOf={whatsAppLink}
      />
      <h2>{words.notYet}</h2>
      <NotYet of={members.notYet} facts={facts} language={language} phones={phones} />
      <h2>{words.deposits}</h2>
      <MissingDeposits of={members.withoutDeposit} facts={facts} language={language} phones={phones} />
    </>
  );
};

const Desk = ({ pool }: { readonly pool: Pool }) => {
  const members = useMembers(pool);
  const { asked: meter } = useMeter(pool.id, true);
  return (
    <Answered of={members}>
      {(shown) => (
        <>
          {meter.state === 'done' && <Countdown leftS={meter.data.timeLeftS} />}
          <MemberStats of={shown} />
          <Answered of={meter}>
            {({ items }) => (
              <Messages
                members={shown}
                facts={{
                  pool,
                  items,
                  inCount: shown.inIt.length,
                  allCount: shown.inIt.length + shown.notYet.length,
                  orderUrl: `${location.origin}/putaran/${pool.id}/pesan`,
                }}
              />
            )}
          </Answered>
        </>
      )}
    </Answered>
  );
};

/** The day a pool closes: who has not ordered, whose deposit is missing, and messages to send them. */
const CloseDayScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(deskWords);
  return (
    <ManageFrame poolId={poolId} at="/hari-tutup" title={words.title}>
      {(pool) =>
        pool.state === 'open' ? (
          <>
            <Desk pool={pool} />
            <Coming pool={pool} />
          </>
        ) : (
          <Notice tone="info" title={words.notOpen}>
            <p>{words.notOpenText}</p>
            <LinkButton href={`/putaran/${pool.id}/kelola`}>{words.toManage}</LinkButton>
          </Notice>
        )
      }
    </ManageFrame>
  );
};

export default CloseDayScreen;
