import { forward } from './forward.js';

/** The freight share of an invoice has an account of its own: what moves there leaves what a lot came to as it is. */
export const InvoiceFreight1790000000661 = forward('InvoiceFreight1790000000661', async (runner) => {
  const [before] = (await runner.query(
    `SELECT pg_get_viewdef('p16_settled_lots_add_up'::regclass) AS definition`,
  )) as { definition: string }[];
  const definition = before?.definition.replace(
    `ARRAY['invoice-tax'::text, 'bill-difference'::text]`,
    `ARRAY['invoice-tax'::text, 'invoice-freight'::text, 'bill-difference'::text]`,
  );
  if (definition === undefined || definition === before?.definition)
    throw new Error('p16 does not read as it did');
  await runner.query(
    `CREATE OR REPLACE VIEW p16_settled_lots_add_up WITH (security_invoker = true) AS ${definition}`,
  );
});
