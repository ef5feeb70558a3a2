/** What comes later than this is no longer what somebody came back for. */
const PATIENCE_MS = 5_000;

/** Goes down to where a screen was left, as soon as it is long enough again; who moves meanwhile is left where they are. */
export const returnTo = (top: number): void => {
  const events = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
  const growing = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight - innerHeight < top) return;
    scrollTo(0, top);
    end();
  });
  const end = (): void => {
    growing.disconnect();
    clearTimeout(late);
    for (const event of events) removeEventListener(event, end);
  };
  const late = setTimeout(end, PATIENCE_MS);
  for (const event of events) addEventListener(event, end, { passive: true });
  // Told at once how it stands, and whenever it grows.
  growing.observe(document.body);
};
