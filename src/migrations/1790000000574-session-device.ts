import { forward } from './forward.js';

/** By what people know their devices again in the list of where they are signed in: browser and system, no more. */
export const SessionDevice1790000000574 = forward('SessionDevice1790000000574', async (runner) => {
  await runner.query(
    `ALTER TABLE session ADD COLUMN device text CHECK (char_length(device) BETWEEN 1 AND 60)`,
  );
});
