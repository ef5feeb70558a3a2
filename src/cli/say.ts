/** Plain lines for people, on standard output. */
export const say = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

/** Progress: a line that is overwritten on a terminal, and one line per finished step elsewhere. */
export const sayProgress = (step: string, done: number, total: number): void => {
  const text = total > 1 ? `  ${step}: ${done}/${total}` : `  ${step}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${text}${done >= total ? '\n' : ''}`);
  else if (done >= total) process.stdout.write(`${text}\n`);
};
