import { dataOf } from '../api/api.js';
import { Answered } from '../parts/asked.js';
import { Meter } from '../parts/meter.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { depositWords } from './deposit-words.js';

/** What is still free under each organiser's limit. */
export const OwnExposure = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(depositWords);
  const format = useFormat();
  const asked = useRows(`exposures:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/exposures', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  return (
    <>
      <Answered of={asked.first}>
        {() =>
          asked.rows.map((one) => {
            const usedRp = one.committedRp + one.unpaidRp;
            return (
              <section key={one.organiserId} class="sheet">
                <h2 class="plain-head">{words.exposure}</h2>
                <p class="small">{one.organiserName}</p>
                {one.limitRp === null ? (
                  <p>{words.noLimit}</p>
                ) : (
                  <>
                    <Meter
                      label={words.exposure}
                      value={usedRp}
                      most={one.limitRp}
                      text={`${format.rupiah(usedRp)} / ${format.rupiah(one.limitRp)}`}
                    />
                    <p class="strong">{words.exposureLeft(format.rupiah(one.leftRp ?? 0))}</p>
                    <p class="small">
                      {format.rupiah(usedRp)} / {format.rupiah(one.limitRp)}
                    </p>
                  </>
                )}
              </section>
            );
          })
        }
      </Answered>
      <MoreButton of={asked} />
    </>
  );
};
