import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useWords } from '../words/words.js';
import { SuspenseTask } from './suspense-task.js';
import { suspenseWords } from './suspense-words.js';

/** Money that nobody can explain, from payments and from the bank's statement: tasks of who holds it. */
const SuspenseScreen = () => {
  const words = useWords(suspenseWords);
  useTitle(words.title);
  const partyId = actingParty()?.partyId ?? '';
  const tasks = useRows(`suspense-tasks:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/suspense-tasks', {
        params: { path: { partyId }, query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={tasks.first}>
        {() =>
          tasks.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
              <LinkButton href="/mutasi" tone="quiet">
                {words.toBank}
              </LinkButton>
            </Empty>
          ) : (
            tasks.rows.map((task) => (
              <SuspenseTask key={task.id} task={task} partyId={partyId} after={tasks.first.again} />
            ))
          )
        }
      </Answered>
      <MoreButton of={tasks} />
    </div>
  );
};

export default SuspenseScreen;
