import fc from 'fast-check';
import { roles } from '../../../platform/auth/principal.js';
import { versionOfRoles } from './version-of-roles.js';

describe('the version of roles', () => {
  it('is as documented', () => {
    expect(versionOfRoles(['officer'])).toBe(1);
    expect(versionOfRoles(['treasurer', 'officer'])).toBe(3);
  });

  it('is the same of the same set alone', () => {
    const sets = fc.subarray([...roles]);
    fc.assert(
      fc.property(sets, sets, (one, other) => {
        const isSame = [...one].sort().join() === [...other].sort().join();
        expect(versionOfRoles(one) === versionOfRoles([...other].reverse())).toBe(isSame);
      }),
    );
  });
});
