/**
 * What is made when it is first used, and kept. A formatter of `Intl` costs a slow phone several milliseconds, while
 * somebody waits for the page; no screen needs those of all kinds and both languages.
 */
export const onceUsed = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};
