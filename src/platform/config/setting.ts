interface Described {
  readonly about: string;
  /** Shown in `.env.example`; a commented-out line where there is no fallback. */
  readonly example: string;
  readonly secret?: true;
}
interface TextSetting extends Described {
  readonly kind: 'text' | 'url' | 'choice' | 'origins';
  readonly protocols?: readonly string[];
  readonly choices?: readonly string[];
  readonly fallback: string | undefined;
}
interface WholeSetting extends Described {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}
export type Setting = TextSetting | WholeSetting;
