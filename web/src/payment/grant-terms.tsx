import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { NumberField } from '../parts/field.js';
import { FindParty } from '../parts/find-party.js';
import { Pick } from '../parts/pick.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useWords } from '../words/words.js';
import { termsWords } from './terms-words.js';

/** Grants a buyer time to pay. */
export const GrantTerms = ({ partyId, after }: { readonly partyId: string; readonly after: () => void }) => {
  const words = useWords(termsWords);
  const [buyerId, setBuyer] = useState<string | null>(null);
  const [kind, setKind] = useState<'tempo' | 'consignment'>('tempo');
  const [days, setDays] = useState<number | null>(14);
  const [limitRp, setLimit] = useState<number | null>(null);
  const header = useOnce(buyerId, kind, days, limitRp);
  const granting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/credit-terms', {
          params: { path: { partyId }, header },
          body: { buyerId: buyerId ?? '', kind, days: days ?? 0, limitRp: limitRp ?? 0 },
        }),
      ),
    after,
  );
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.grant}</span>
      </summary>
      <FindParty label={words.buyer} chosen={buyerId} onChange={setBuyer} />
      <fieldset class="plain">
        <legend class="strong">{words.kindField}</legend>
        {(['tempo', 'consignment'] as const).map((each) => (
          <Pick
            key={each}
            group="terms-kind"
            isPicked={kind === each}
            onPick={() => {
              setKind(each);
            }}
            label={words[each]}
          >
            <p>{words[`${each}About`]}</p>
          </Pick>
        ))}
      </fieldset>
      <NumberField
        label={words.daysField}
        unit={words.dayUnit}
        value={days}
        onChange={setDays}
        problem={granting.problemOf('days')}
      />
      <NumberField
        label={words.limitField}
        value={limitRp}
        onChange={setLimit}
        problem={granting.problemOf('limitRp')}
      />
      <RefusalOrProof of={granting} />
      <Button isBusy={granting.isSending} isDisabled={buyerId === null} onPress={() => void granting.send()}>
        {buyerId === null ? words.choose : words.grant}
      </Button>
    </details>
  );
};

/** What a koperasi may have ordered and not paid at most. */
export const SetLimit = ({
  partyId,
  koperasiId,
  limitRp: limitNow,
  after,
}: {
  readonly partyId: string;
  readonly koperasiId: string;
  readonly limitRp: number | null;
  readonly after: () => void;
}) => {
  const words = useWords(termsWords);
  const [wanted, setWanted] = useState<number | null>(limitNow);
  const header = useOnce(koperasiId, wanted);
  const setting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/exposure-limits', {
          params: { path: { partyId }, header },
          body: { koperasiId, limitRp: wanted },
        }),
      ),
    after,
  );
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.setLimit}</span>
      </summary>
      <NumberField
        label={words.limit}
        value={wanted}
        onChange={setWanted}
        problem={setting.problemOf('limitRp')}
      />
      <RefusalOrProof of={setting} />
      <Button tone="quiet" isBusy={setting.isSending} onPress={() => void setting.send()}>
        {wanted === null ? words.lift : words.setLimit}
      </Button>
    </details>
  );
};
