import { readApi, type Route } from '../fuzz/read-api.js';

/** Types that a spreadsheet program opens. */
const isSheet = (type: string): boolean => /spreadsheet|excel|csv|tab-separated/.test(type);

const sheetRoutes = (routes: readonly Route[]): string[] =>
  routes.filter(({ answers }) => Object.keys(answers['200'] ?? {}).some(isSheet)).map(({ name }) => name);

describe('exports', () => {
  it('that a spreadsheet program opens are these, each tried with names that are formulas', async () => {
    const { routes } = await readApi();
    // src/modules/ledger/make-statement.db.spec.ts
    // src/modules/payment/terms/terms.db.spec.ts
    // src/modules/allocation/request.controller.db.spec.ts
    // src/modules/settlement/order/order-paper.db.spec.ts
    // src/modules/settlement/patronage.reader.db.spec.ts
    expect(sheetRoutes(routes)).toEqual([
      'GET /api/v1/parties/{partyId}/statement/file',
      'GET /api/v1/parties/{partyId}/ageing/file',
      'GET /api/v1/lots/{lotId}/requests/{supplierId}',
      'GET /api/v1/purchase-orders/{orderId}/sheet',
      'GET /api/v1/purchase-orders/{orderId}/csv',
      'GET /api/v1/parties/{partyId}/patronage/file',
    ]);
  });

  it('are found when one is planted', () => {
    const planted = {
      name: 'GET /planted',
      method: 'GET',
      path: '/planted',
      parameters: [],
      body: undefined,
      files: [],
    };
    expect(sheetRoutes([{ ...planted, answers: { 200: { 'text/csv': {} } } }])).toEqual(['GET /planted']);
  });
});
