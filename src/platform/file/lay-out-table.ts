import type { PaperLine } from '../../core/kernel/paper.js';
import { BOLD, MARGIN, PLAIN, RULE, type Canvas } from './pdf-canvas.js';
import { printable } from './printable.js';

/** The table of a paper. */
export type PdfTable = Extract<PaperLine, { readonly kind: 'table' }>;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

const PADDING = 3;

const columnsOf = (canvas: Canvas, table: PdfTable): Column[] => {
  const room = canvas.page.width - 2 * MARGIN;
  const total = table.columns.reduce((sum, { width = 1 }) => sum + width, 0);
  let x = MARGIN;
  return table.columns.map(({ width = 1, align = 'left' }) => {
    const column = { x, width: (room * width) / total, align };
    x += column.width;
    return column;
  });
};

/** The height a row needs; none is higher than what a page has below its top. */
const heightOf = (canvas: Canvas, columns: readonly Column[], cells: readonly string[]): number => {
  const texts = columns.map(({ width }, place) =>
    canvas.heightOfString(cells[place] ?? '', { width: width - 2 * PADDING }),
  );
  const room = canvas.page.maxY() - MARGIN - 60;
  return Math.min(room, Math.max(canvas.currentLineHeight(), ...texts)) + 2 * PADDING;
};

const drawRow = (
  canvas: Canvas,
  columns: readonly Column[],
  cells: readonly string[],
  height: number,
): void => {
  const { y } = canvas;
  for (const [place, { x, width, align }] of columns.entries())
    canvas.text(cells[place] ?? '', x + PADDING, y + PADDING, {
      width: width - 2 * PADDING,
      height: height - 2 * PADDING,
      align,
      ellipsis: true,
    });
  canvas
    .moveTo(MARGIN, y + height)
    .lineTo(canvas.page.width - MARGIN, y + height)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke();
  canvas.x = MARGIN;
  canvas.y = y + height;
};

/** Draws a table from where the canvas stands; on each page that it goes on to, under its headings again. */
export const layOutTable = (canvas: Canvas, table: PdfTable): void => {
  const columns = columnsOf(canvas, table);
  const labels = table.columns.map(({ label }) => printable(label));
  const drawLabels = (): void => {
    canvas.font(BOLD).fillColor('black');
    drawRow(canvas, columns, labels, heightOf(canvas, columns, labels));
    canvas.font(PLAIN);
  };
  const fits = (height: number): boolean => canvas.y + height <= canvas.page.maxY();
  canvas.font(BOLD);
  // A heading alone at the foot of a page tells nothing.
  if (!fits(heightOf(canvas, columns, labels) + 3 * canvas.currentLineHeight())) canvas.addPage();
  drawLabels();
  for (const row of table.rows) {
    const cells = row.map(printable);
    const height = heightOf(canvas, columns, cells);
    if (!fits(height)) {
      canvas.addPage();
      drawLabels();
    }
    drawRow(canvas, columns, cells, height);
  }
  canvas.moveDown(0.6);
};
