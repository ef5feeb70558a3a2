import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES } from './sight.js';
import { wall } from './wall.js';

/** The number of the slip (bukti potong) by which a supplier proves what was withheld of its bill; a later row puts it right. */
export const WithholdingSlips1790000000660 = forward('WithholdingSlips1790000000660', async (runner) => {
  await runner.query(`
    CREATE TABLE withholding_slip (
      id uuid PRIMARY KEY,
      whole_bill_id uuid NOT NULL REFERENCES whole_bill (id),
      organiser_id uuid NOT NULL REFERENCES party (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      code text NOT NULL CHECK (code IN ('pph-22', 'pph-23')),
      slip_number text NOT NULL CHECK (slip_number <> ''),
      written_by uuid NOT NULL REFERENCES person (id),
      written_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX withholding_slip_bill ON withholding_slip (whole_bill_id, code, id)`);
  await grant(runner, { appended: ['withholding_slip'] });
  await wall(runner, 'withholding_slip', {
    read: anyOf(isMine('supplier_id'), isMine('organiser_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('organiser_id'), ACROSS),
  });
});
