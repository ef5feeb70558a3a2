import { isClean, runFuzz, tellReport } from '../fuzz/run-fuzz.js';

/** As many of each route as a run of all tests has time for; by hand many more: `npm run fuzz -- --per-route 5000`. */
const PER_ROUTE = 12;
const MOST_MINUTES = 1.5;

describe('every route, as everybody, with whatever a caller can send', () => {
  it('answers as documented, and every promise holds afterwards', async () => {
    const report = await runFuzz({ seed: 20_261_122, perRoute: PER_ROUTE, minutes: MOST_MINUTES });
    if (!isClean(report)) throw new Error(tellReport(report));
    expect(report.requests).toBeGreaterThan(report.routes);
    expect(Object.keys(report.byStatus)).toEqual(
      expect.arrayContaining(['200', '201', '400', '401', '403', '404']),
    );
  });
});
