/** Throws unless the value is an integer that a double holds exactly; `name` goes into the message. */
export const assertWhole = (value: number, name: string): void => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a safe integer, got ${value}`);
};
