/** Where a screen or a printed page ends. */
const WIDTH = 100;

/**
 * Breaks a text at its spaces into lines no longer than the width, each after `indent`; the first line begins with
 * `lead`, which is as long as the indent or longer.
 */
export const wrap = (text: string, lead: string, indent: string, width = WIDTH): string[] => {
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
};

/** A text that fits a column: cut with an ellipsis when it is longer. */
export const padCell = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** A row of a table: the first column to the left, the numbers to the right. */
export const tableRow = (first: string, numbers: readonly string[], firstWidth = 44, width = 17): string =>
  `  ${padCell(first, firstWidth)}${numbers.map((number) => number.padStart(width)).join('')}`.trimEnd();

/** Cells side by side, read down column by column. */
export const columns = (cells: readonly string[], count: number, gap = '   '): string[] => {
  const rows = Math.ceil(cells.length / count);
  return Array.from({ length: rows }, (_, row) =>
    `  ${Array.from({ length: count }, (__, column) => cells[column * rows + row] ?? '').join(gap)}`.trimEnd(),
  );
};
