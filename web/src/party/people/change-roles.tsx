import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { rolesOf, type RoleName } from '../role-words.js';
import { RolePicks } from './role-picks.js';
import { peopleWords } from './words.js';

/** What somebody may do from now on; nothing at all ends their belonging to the party. */
export const ChangeRoles = ({
  person,
  partyId,
  after,
}: {
  readonly person: View<'MemberPersonView'>;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(peopleWords);
  const [roles, setRoles] = useState<RoleName[]>(rolesOf(person.roles));
  const saving = useSend(
    (api) =>
      dataOf(
        api.PUT('/api/v1/parties/{partyId}/people/{personId}/roles', {
          params: {
            path: { partyId, personId: person.personId },
            header: { 'If-Match': `"${person.version}"` },
          },
          body: { roles },
        }),
      ),
    after,
  );
  return (
    <>
      <RolePicks roles={roles} onChange={setRoles} problem={saving.problemOf('roles')} />
      {roles.length === 0 && <p class="strong">{words.noRoles}</p>}
      <RefusalOrProof of={saving} />
      <Button isBusy={saving.isSending} onPress={() => void saving.send()}>
        {words.save}
      </Button>
    </>
  );
};
