export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly tone?: 'main' | 'other' | 'plain';
}

/** A few amounts beside each other, each with its name and figure: what is read below is what is drawn. */
export const Bars = ({ of: bars, most }: { readonly of: readonly Bar[]; readonly most?: number }) => {
  const longest = most ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul class="bars">
      {bars.map(({ name, value, text, tone = 'main' }) => (
        <li key={name}>
          <span class="bars-name">{name}</span>
          <span class="bars-text">{text}</span>
          <svg class="bars-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bars-all" width="100" height="4" />
            <rect class={`bars-${tone}`} width={Math.max(0, Math.min(1, value / longest)) * 100} height="4" />
          </svg>
        </li>
      ))}
    </ul>
  );
};
