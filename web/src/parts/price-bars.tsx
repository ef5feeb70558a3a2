import type { ComponentChildren } from 'preact';

interface Bar {
  readonly name: string;
  readonly text: ComponentChildren;
  readonly value: number;
  readonly tone: 'main' | 'other';
}

/** Two or three amounts one below the other, as long as they are large; the figures stand beside them. */
export const PriceBars = ({ bars }: { readonly bars: readonly Bar[] }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <dl class="price-bars">
      {bars.map(({ name, text, value, tone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class={`price-bar-${tone}`} width={(value / most) * 100} height="4" rx="1" />
          </svg>
        </div>
      ))}
    </dl>
  );
};
