import { dataOf, type View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useAsk } from '../../api/use-ask.js';
import { useTitle } from '../../frame/head.js';
import { Answered } from '../../parts/asked.js';
import { Badge } from '../../parts/badge.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { askDecisions, DecisionNotice } from '../two-people.js';
import { ProposeRule } from './propose-rule.js';
import { topicText } from './topic.js';
import { isTopic, ruleWords } from './words.js';

const tones = { holding: 'good', coming: 'waiting', replaced: 'plain' } as const;

const Rule = ({ rule }: { readonly rule: View<'HouseRuleView'> }) => {
  const words = useWords(ruleWords);
  const format = useFormat();
  return (
    <article class="sheet">
      <header class="card-head">
        <h2 class="plain-head">{isTopic(rule.topic) ? words[rule.topic] : topicText(rule.topic)}</h2>
        <Badge tone={tones[rule.state]}>{words[rule.state]}</Badge>
      </header>
      <p>{rule.textId}</p>
      {rule.value !== null && <p class="strong">{rule.value}</p>}
      <p class="small">
        {words.decidedOn(format.date(rule.decidedOn))}. {words.from(format.date(rule.effectiveFrom))}.
        {rule.minutesRef !== null && ` ${words.minutes}: ${rule.minutesRef}.`}
      </p>
    </article>
  );
};

/** What an organiser's members decided, and what of it waits for a second person. */
const RulesScreen = () => {
  const words = useWords(ruleWords);
  useTitle(words.title, words.about);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const decides = party?.roles.some((role) => ['officer', 'treasurer', 'chair'].includes(role)) === true;
  const rules = useAsk(`house-rules:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/house-rules', { params: { path: { partyId } } })),
  );
  const decisions = useAsk(decides ? `decisions:${partyId}` : null, (api) => askDecisions(api, partyId));
  const after = (): void => {
    rules.again();
    decisions.again();
  };
  const waiting =
    decisions.state === 'done'
      ? decisions.data.decisions.filter(
          ({ kind, state }) => kind === 'organiser-rules' && state === 'proposed',
        )
      : [];
  const people = decisions.state === 'done' ? decisions.data.people : [];
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      {waiting.map((decision) => (
        <DecisionNotice key={decision.id} {...{ decision, people, partyId, after }} />
      ))}
      <Answered of={rules}>
        {({ data }) =>
          data.length === 0 ? <p>{words.none}</p> : data.map((rule) => <Rule key={rule.id} rule={rule} />)
        }
      </Answered>
      <h2>{words.add}</h2>
      {decides ? (
        <>
          <p>{words.addAbout}</p>
          <ProposeRule partyId={partyId} after={after} />
        </>
      ) : (
        <p>{words.onlyDeciders}</p>
      )}
    </div>
  );
};

export default RulesScreen;
