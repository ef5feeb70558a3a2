import { later } from './later.js';

/** A QR code: what draws it is heavy, and fetched where one is shown. */
export const Qr = later<{ readonly text: string; readonly label: string }>('qr', () =>
  import('./qr-drawing.js').then((file) => file.QrDrawing),
);
