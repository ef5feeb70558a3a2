import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Download } from '../parts/download.js';
import { Select } from '../parts/field.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Table } from '../parts/table.js';
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { settlementWords } from './words.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly purchasesRp: number;
  readonly salesRp: number;
}

interface Page {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
  /** Of all, on whatever page. */
  readonly purchasesRp: number;
}

const YEARS = 5;

/** What was bought and sold in a year: a koperasi's own, or of every koperasi in an organiser's pools. */
const PurchasesScreen = () => {
  const words = useWords(settlementWords);
  const format = useFormat();
  useTitle(words.purchases);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const isOrganiser = party?.kind === 'organiser';
  const thisYear = Number(dayOf(now()).slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const path = { partyId };
  const bought = useRows(`purchases:${partyId}:${year}`, async (api, cursor): Promise<Page> => {
    const params = { path, query: { year: Number(year), ...(cursor !== undefined && { cursor }) } };
    if (isOrganiser) {
      const page = await dataOf(api.GET('/api/v1/parties/{partyId}/patronage', { params }));
      return { ...page, data: page.data.map(({ koperasiId, ...row }) => ({ id: koperasiId, ...row })) };
    }
    const page = await dataOf(api.GET('/api/v1/parties/{partyId}/purchases', { params }));
    return {
      ...page,
      data: page.data.map(({ organiserId, organiserName, ...row }) => ({
        ...{ id: organiserId, name: organiserName },
        ...row,
      })),
    };
  });
  return (
    <>
      <h1>{words.purchases}</h1>
      <p class="lead">{isOrganiser ? words.patronageAbout : words.purchasesAbout}</p>
      <div class="narrow">
        <Select
          label={words.year}
          value={year}
          choices={Array.from({ length: YEARS }, (_, back) => ({
            value: String(thisYear - back),
            name: String(thisYear - back),
          }))}
          onChange={setYear}
        />
      </div>
      <Answered of={bought.first}>
        {({ purchasesRp }) =>
          bought.rows.length === 0 ? (
            <Empty title={words.noneYear} />
          ) : (
            <>
              <p class="amount">
                <span class="amount-label">{words.bought}</span>
                {format.rupiah(purchasesRp)}
              </p>
              <Table
                caption={words.purchases}
                rows={bought.rows}
                keyOf={({ id }) => id}
                columns={[
                  { name: isOrganiser ? words.koperasi : words.organiser, of: ({ name }) => name },
                  { name: words.bought, of: (row) => format.rupiah(row.purchasesRp), isNumber: true },
                  { name: words.sold, of: (row) => format.rupiah(row.salesRp), isNumber: true },
                ]}
              />
              {isOrganiser && (
                <Download
                  name={`jasa-usaha-${year}.xlsx`}
                  ask={(api) =>
                    dataOf(
                      api.GET('/api/v1/parties/{partyId}/patronage/file', {
                        params: { path, query: { year: Number(year) } },
                        parseAs: 'blob',
                      }),
                    )
                  }
                >
                  {words.sheet}
                </Download>
              )}
            </>
          )
        }
      </Answered>
      <MoreButton of={bought} />
    </>
  );
};

export default PurchasesScreen;
