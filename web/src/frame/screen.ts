import type { ComponentType } from 'preact';
import type { PartyKind } from '../api/session.js';

export type Params = Readonly<Record<string, string>>;

/** What a file of a screen exports by default: the screen, with the parts of the path that are named. */
export type Screen = ComponentType<{ readonly params: Params }>;

/** A path, who may go there, and the file that holds its screen, which is fetched only then. */
export interface ScreenRow {
  /** As `/putaran/:poolId`. */
  readonly path: string;
  /** `anyone` is rendered on the server and readable without JavaScript. */
  readonly who: 'anyone' | 'signed-in' | readonly PartyKind[];
  /** Drawn before it is known who reads, by what anybody may see of it: on the server, and while the session is looked for. */
  readonly isDrawnEarly?: true;
  /** The file, as the build names it: `src/pool/pools.screen.tsx`. */
  readonly source: string;
  readonly load: () => Promise<{ readonly default: Screen }>;
}

/** The row whose path this is, with its named parts decoded; undefined where there is none. */
export const findScreen = (
  rows: readonly ScreenRow[],
  path: string,
): { readonly row: ScreenRow; readonly params: Params } | undefined => {
  const asked = path.split('/').filter((part) => part !== '');
  for (const row of rows) {
    const wanted = row.path.split('/').filter((part) => part !== '');
    if (wanted.length !== asked.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, place) => {
      const given = asked[place] ?? '';
      if (!part.startsWith(':')) return part === given;
      try {
        params[part.slice(1)] = decodeURIComponent(given);
        return true;
      } catch {
        return false;
      }
    });
    if (fits) return { row, params };
  }
  return undefined;
};
