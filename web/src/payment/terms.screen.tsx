import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Meter } from '../parts/meter.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { GrantTerms, SetLimit } from './grant-terms.js';
import { termsWords } from './terms-words.js';

const Terms = ({ partyId, mayGrant }: { readonly partyId: string; readonly mayGrant: boolean }) => {
  const words = useWords(termsWords);
  const format = useFormat();
  const [granted, setGranted] = useState(0);
  const terms = useRows(`terms:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/credit-terms', {
        params: { path: { partyId }, query: cursor === undefined ? {} : { cursor } },
      }),
    ),
  );
  return (
    <>
      <h2>{words.terms}</h2>
      <Answered of={terms.first}>
        {() =>
          terms.rows.length === 0 ? (
            <Empty title={words.termsNone} />
          ) : (
            <ul class="rows">
              {terms.rows.map((one) => (
                <li key={one.id} class="row">
                  <span>
                    <span class="row-name">
                      {one.grantorId === partyId ? one.buyerName : one.grantorName}
                    </span>
                    <span class="small">
                      {one.kind === 'consignment' && `${words.consignment} · `}
                      {one.days === 0 ? words.cash : words.days(format.number(one.days))} ·{' '}
                      {words.upTo(format.rupiah(one.limitRp))} · {words.from(format.date(one.effectiveFrom))}
                    </span>
                  </span>
                  <span class="row-end">
                    <Badge tone={one.isInForce ? 'good' : 'plain'}>
                      {one.isInForce ? words.inForce : words.notInForce}
                    </Badge>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MoreButton of={terms} />
      {mayGrant && (
        <GrantTerms
          key={granted}
          partyId={partyId}
          after={() => {
            // The next buyer's form begins folded and empty.
            setGranted(granted + 1);
            terms.first.again();
          }}
        />
      )}
    </>
  );
};

const Limits = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(termsWords);
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
      <h2>{words.limits}</h2>
      <p>{words.limitsAbout}</p>
      <Answered of={asked.first}>
        {() =>
          asked.rows.length === 0 ? (
            <Empty title={words.noExposure} />
          ) : (
            <div class="cards">
              {asked.rows.map((one) => {
                const usedRp = one.committedRp + one.unpaidRp;
                return (
                  <article key={one.organiserId + one.koperasiId} class="card">
                    <h3>{one.koperasiName}</h3>
                    <p>
                      {words.committed} {format.rupiah(one.committedRp)} · {words.unpaid}{' '}
                      {format.rupiah(one.unpaidRp)}
                    </p>
                    {one.limitRp === null ? (
                      <p class="strong">{words.noLimit}</p>
                    ) : (
                      <>
                        <Meter
                          label={words.limit}
                          value={usedRp}
                          most={one.limitRp}
                          text={`${format.rupiah(usedRp)} / ${format.rupiah(one.limitRp)}`}
                        />
                        <p class="strong">
                          {words.left} {format.rupiah(one.leftRp ?? 0)}
                        </p>
                        <p class="small">
                          {words.limit} {format.rupiah(one.limitRp)}
                        </p>
                      </>
                    )}
                    <SetLimit
                      partyId={partyId}
                      koperasiId={one.koperasiId}
                      limitRp={one.limitRp}
                      after={asked.first.again}
                    />
                  </article>
                );
              })}
            </div>
          )
        }
      </Answered>
      <MoreButton of={asked} />
    </>
  );
};

/** Who may pay later, and how much a koperasi may have ordered and not paid. */
const TermsScreen = () => {
  const words = useWords(termsWords);
  useTitle(words.title);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const kind = party?.kind;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Terms partyId={partyId} mayGrant={kind === 'organiser' || kind === 'supplier'} />
      {kind === 'organiser' && <Limits partyId={partyId} />}
    </>
  );
};

export default TermsScreen;
