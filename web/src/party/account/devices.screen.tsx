import { useLocation } from 'wouter-preact';
import { dataOf, type View } from '../../api/api.js';
import { endSession } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { isWaiting } from '../../offline/entry.js';
import { outbox } from '../../offline/outbox.js';
import { Answered } from '../../parts/asked.js';
import { Badge } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { Card } from '../../parts/card.js';
import { Refusal } from '../../parts/refusal.js';
import { SureButton } from '../../parts/sure-button.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { AccountFrame } from './account-frame.js';
import { accountWords } from './account-words.js';
import { useSessions } from './use-security.js';

const Device = ({ of: each, again }: { readonly of: View<'OwnSessionView'>; readonly again: () => void }) => {
  const words = useWords(accountWords);
  const format = useFormat();
  const name = each.device ?? words.unknownDevice;
  const ending = useSend(
    (api) =>
      dataOf(api.DELETE('/api/v1/me/sessions/{sessionId}', { params: { path: { sessionId: each.id } } })),
    again,
  );
  return (
    <Card title={name} aside={each.isCurrent && <Badge tone="good">{words.thisDevice}</Badge>}>
      <p class="small">
        {words.lastUsed(format.dateTime(each.lastUsedAt))}
        <br />
        {words.since(format.dateTime(each.createdAt))}
      </p>
      <Refusal of={ending} />
      {!each.isCurrent && (
        <Button tone="quiet" isBusy={ending.isSending} onPress={() => void ending.send()}>
          {words.end}
          <span class="hidden-words">: {name}</span>
        </Button>
      )}
    </Card>
  );
};

/** Where one is signed in, and the way out there: of one telephone that is lost, or of all at once. */
const DevicesScreen = () => {
  const words = useWords(accountWords);
  const format = useFormat();
  const [, goTo] = useLocation();
  const sessions = useSessions();
  const unsent = outbox.value.filter(isWaiting).length;
  const endingAll = useSend(
    (api) => dataOf(api.DELETE('/api/v1/me/sessions')),
    () => {
      void endSession().then(() => {
        goTo('/masuk');
      });
    },
  );
  return (
    <AccountFrame title={words.devices} about={words.devicesAbout}>
      <Answered of={sessions}>
        {({ data }) => (
          <>
            <h2 class="hidden-words">{words.devices}</h2>
            <div class="cards">
              {data.map((each) => (
                <Device key={each.id} of={each} again={sessions.again} />
              ))}
            </div>
            <Refusal of={endingAll} />
            <SureButton
              question={unsent > 0 ? words.endAllUnsent(format.number(unsent)) : words.endAllSure}
              isBusy={endingAll.isSending}
              onPress={() => void endingAll.send()}
            >
              {words.endAll}
            </SureButton>
          </>
        )}
      </Answered>
    </AccountFrame>
  );
};

export default DevicesScreen;
