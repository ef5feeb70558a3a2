import { Pick } from '../../parts/pick.js';
import { useWords } from '../../words/words.js';
import { roleNames, roleWords, type RoleName } from '../role-words.js';

/** What somebody may do, each with what it means. */
export const RolePicks = ({
  roles,
  onChange,
  problem,
}: {
  readonly roles: readonly RoleName[];
  readonly onChange: (roles: RoleName[]) => void;
  readonly problem?: string | undefined;
}) => {
  const words = useWords(roleWords);
  return (
    <fieldset class="plain">
      <legend class="strong">{words.title}</legend>
      {roleNames.map((role) => (
        <Pick
          key={role}
          label={words[role]}
          isPicked={roles.includes(role)}
          onPick={(isPicked) => {
            onChange(isPicked ? [...roles, role] : roles.filter((other) => other !== role));
          }}
        >
          <p>{words[`${role}About`]}</p>
        </Pick>
      ))}
      {problem !== undefined && <p class="problem">{problem}</p>}
    </fieldset>
  );
};
