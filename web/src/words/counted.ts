/** `1 bill`, `3 bills`: what is counted, in English, which says one of them otherwise than many. */
export const counted = (count: number | string, one: string, many = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : many}`;
