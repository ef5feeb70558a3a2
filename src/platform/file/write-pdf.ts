import PDFDocument from 'pdfkit';
import type { PaperFact, PaperLine } from '../../core/kernel/paper.js';
import { layOutTable } from './lay-out-table.js';
import { A4, BOLD, FAINT, MARGIN, PLAIN, type Canvas } from './pdf-canvas.js';
import { printable } from './printable.js';

export interface PdfDocument {
  readonly title: string;
  readonly lines: readonly PaperLine[];
  /** Stands under every page, before the page's number. */
  readonly foot: string;
  /** Stands above the title: whose paper it is, such as the display name. */
  readonly head?: string;
  /** The moment that the content is of; the file says it was made then. Left out: one fixed moment. */
  readonly asOf?: Date;
}

/** Of a paper that names no moment, so that its bytes follow from its content alone. */
const NO_MOMENT = new Date(Date.UTC(2000, 0, 1));
const FACT_LABEL = 170;
/** Between two facts, so that the eye keeps to its row. */
const FACT_GAP = 3;

const drawFacts = (canvas: Canvas, facts: readonly PaperFact[]): void => {
  for (const [label, value, isMain = false] of facts) {
    const width = canvas.page.width - 2 * MARGIN - FACT_LABEL;
    canvas.font(isMain ? BOLD : PLAIN).fontSize(isMain ? 11 : 9);
    const height = Math.max(
      canvas.heightOfString(printable(value), { width }),
      canvas.heightOfString(printable(label), { width: FACT_LABEL - 8 }),
    );
    if (canvas.y + height > canvas.page.maxY()) canvas.addPage();
    const { y } = canvas;
    canvas.fillColor(FAINT).text(printable(label), MARGIN, y, { width: FACT_LABEL - 8 });
    canvas.fillColor('black').text(printable(value), MARGIN + FACT_LABEL, y, { width });
    canvas.x = MARGIN;
    canvas.y = y + height + FACT_GAP;
  }
  canvas.font(PLAIN).fontSize(9).moveDown(0.4);
};

const draw = (canvas: Canvas, line: PaperLine): void => {
  switch (line.kind) {
    case 'heading':
      canvas.font(BOLD).fontSize(11).text(printable(line.text), MARGIN).fontSize(9).moveDown(0.4);
      return;
    case 'text':
      canvas.font(PLAIN).text(printable(line.text), MARGIN).moveDown(0.4);
      return;
    case 'facts':
      drawFacts(canvas, line.facts);
      return;
    case 'table':
      layOutTable(canvas, line);
      return;
    case 'space':
      canvas.moveDown(1);
  }
};

/** How many pages there are is known at the end, so each gets its foot then. */
const drawFeet = (canvas: Canvas, foot: string): void => {
  const { start, count } = canvas.bufferedPageRange();
  for (let place = 0; place < count; place += 1) {
    canvas.switchToPage(start + place);
    // The foot stands in the margin: text that passes the margin would begin a new page.
    canvas.page.margins.bottom = 0;
    const y = canvas.page.height - MARGIN + 12;
    const width = canvas.page.width - 2 * MARGIN;
    canvas.font(PLAIN).fontSize(7.5).fillColor(FAINT);
    canvas.text(printable(foot), MARGIN, y, { width: width - 90, height: 20, ellipsis: true });
    canvas.text(`Halaman ${place + 1} dari ${count}`, MARGIN, y, { width, align: 'right', lineBreak: false });
  }
};

/**
 * Writes a paper as PDF on A4: texts, facts and tables that go on over pages under their headings, in the fonts that
 * every reader has, so that nothing is embedded. The same document is the same bytes. Letters that those fonts do not
 * have are shown as a question mark.
 */
export const writePdf = async ({
  title,
  lines,
  foot,
  head,
  asOf = NO_MOMENT,
}: PdfDocument): Promise<Buffer> => {
  const canvas: Canvas = new PDFDocument({
    size: A4,
    margin: MARGIN,
    bufferPages: true,
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: title, CreationDate: asOf, ...(head === undefined ? {} : { Author: head }) },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    canvas.on('data', (chunk: Buffer) => chunks.push(chunk));
    canvas.on('end', resolve);
    canvas.on('error', reject);
  });
  if (head !== undefined) canvas.font(PLAIN).fontSize(9).fillColor(FAINT).text(printable(head), MARGIN);
  canvas.font(BOLD).fontSize(15).fillColor('black').text(printable(title), MARGIN);
  canvas.fontSize(9).moveDown(0.8);
  for (const line of lines) draw(canvas, line);
  drawFeet(canvas, foot);
  canvas.end();
  await ended;
  return Buffer.concat(chunks);
};
