/** How full something is, towards what it wants to reach. */
export const Meter = ({
  label,
  value,
  most,
  text,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  /** The same in words, for who reads by ear. */
  readonly text: string;
}) => {
  const share = most <= 0 ? 0 : Math.min(1, value / most);
  return (
    <div
      class="meter"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(value, most)}
      aria-valuetext={text}
    >
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="meter-all" width="100" height="4" rx="2" />
        <rect class="meter-part" width={share * 100} height="4" rx="2" />
      </svg>
    </div>
  );
};
