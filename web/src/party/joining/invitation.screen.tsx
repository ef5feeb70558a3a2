import { useEffect, useState } from 'preact/hooks';
import { dataOf } from '../../api/api.js';
import { session } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { useTitle } from '../../frame/head.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import { Field } from '../../parts/field.js';
import { NeedsScript } from '../../parts/needs-script.js';
import { Refusal } from '../../parts/refusal.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { roleWords, rolesText } from '../role-words.js';
import { AcceptAsMember } from './accept-as-member.js';
import { AcceptAsNew } from './accept-as-new.js';
import { codeOfText } from './invitation-link.js';
import { joiningWords } from './words.js';

/** What a code offers, and coming in by it. The code stands behind the #, which no server is sent. */
const InvitationScreen = () => {
  const words = useWords(joiningWords);
  const roles = useWords(roleWords);
  const format = useFormat();
  const [code, setCode] = useState('');
  const showing = useSend((api) =>
    dataOf(api.POST('/api/v1/invitations/show', { body: { code: codeOfText(code) } })),
  );
  const offered = showing.sent;
  useTitle(offered === null ? words.title : words.invitesYou(offered.invitedBy), words.about);
  useEffect(() => {
    // Another link opened in the same tab changes only what stands behind the #.
    const read = (): void => {
      // Without one, what somebody has typed already stays.
      if (location.hash !== '') setCode(codeOfText(location.hash));
    };
    read();
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('hashchange', read);
    };
  }, []);
  const isLinked = typeof location !== 'undefined' && code !== '' && code === codeOfText(location.hash);
  useEffect(() => {
    if (isLinked) void showing.send();
  }, [isLinked, code]);
  if (offered === null)
    return (
      <form
        class="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void showing.send();
        }}
      >
        <h1>{words.title}</h1>
        <p class="lead">{words.about}</p>
        <NeedsScript />
        <Field
          label={words.code}
          hint={words.codeHint}
          value={code}
          onChange={setCode}
          autoComplete="off"
          isRequired
        />
        <Refusal of={showing} />
        {showing.refused !== null && <p>{words.usedByYou}</p>}
        <div class="buttons">
          <Button type="submit" isBusy={showing.isSending}>
            {words.look}
          </Button>
          {showing.refused !== null && (
            <LinkButton href="/masuk" tone="quiet">
              {words.signIn}
            </LinkButton>
          )}
        </div>
      </form>
    );
  return (
    <div class="narrow">
      <h1>{words.invitesYou(offered.invitedBy)}</h1>
      <Facts
        of={[
          [offered.isNewParty ? words.newParty : words.joins, `${offered.name} (${words[offered.kind]})`],
          [words.asRoles, rolesText(offered.roles, roles)],
          [words.until, format.dateTime(offered.expiresAt)],
        ]}
      />
      {session.value === null ? (
        <AcceptAsNew code={codeOfText(code)} />
      ) : (
        <AcceptAsMember code={codeOfText(code)} />
      )}
    </div>
  );
};

export default InvitationScreen;
