/** The letters of Windows' Latin alphabet, which the fonts that every PDF reader has can show; and line ends. */
const unprintable = /[^\n\u0020-\u007e\u00a0-\u00ff€–—‘’‚“”„†‡•…‰‹›ˆ˜™ŒœŠšŸŽžƒ]/gu;

/** Text as a PDF's standard fonts can show it: what they lack is a question mark, never another letter. */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unprintable, '?');
