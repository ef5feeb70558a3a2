import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Download } from '../parts/download.js';
import { Select } from '../parts/field.js';
import { Table } from '../parts/table.js';
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

const YEARS = 5;

/** What was bought and sold in a year: a koperasi's own, or of every koperasi in an organiser's pools. */
const PurchasesScreen = () => {
  const words = useWords(settlementWords);
  const format = useFormat();
  useTitle(words.purchases);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const isOrganiser = party?.kind === 'organiser';
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const params = { path: { partyId }, query: { year: Number(year) } };
  const asked = useAsk(`purchases:${partyId}:${year}`, async (api): Promise<readonly Row[]> => {
    if (isOrganiser) {
      const { koperasi } = await dataOf(api.GET('/api/v1/parties/{partyId}/patronage', { params }));
      return koperasi.map(({ koperasiId, ...row }) => ({ id: koperasiId, ...row }));
    }
    const { organisers } = await dataOf(api.GET('/api/v1/parties/{partyId}/purchases', { params }));
    return organisers.map(({ organiserId, organiserName, ...row }) => ({
      ...{ id: organiserId, name: organiserName },
      ...row,
    }));
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
      <Answered of={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.noneYear} />
          ) : (
            <>
              <p class="amount">
                <span class="amount-label">{words.bought}</span>
                {format.rupiah(rows.reduce((sum, { purchasesRp }) => sum + purchasesRp, 0))}
              </p>
              <Table
                caption={words.purchases}
                rows={rows}
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
                    dataOf(api.GET('/api/v1/parties/{partyId}/patronage/file', { params, parseAs: 'blob' }))
                  }
                >
                  {words.sheet}
                </Download>
              )}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default PurchasesScreen;
