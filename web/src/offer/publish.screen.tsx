import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useCommodities } from '../catalog/use-commodities.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { DayField } from '../parts/day-field.js';
import { NumberField, Select } from '../parts/field.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import regions from './regions.json' with { type: 'json' };
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';
import { areSorted, wholeTiers, type TierDraft } from './tier-drafts.js';
import { TierEditor } from './tier-editor.js';
import { offerWords } from './words.js';

const dayFrom = (days: number): string => dayOf(new Date(now().getTime() + days * 86_400_000));

/** A new standing offer, or a new revision of the one for the same goods and region. */
const PublishOfferScreen = () => {
  const words = useWords(offerWords);
  const language = useLanguage();
  useTitle(words.make);
  const [, goTo] = useLocation();
  const supplierId = actingParty()?.partyId ?? '';
  const commodities = useCommodities();
  const [code, setCode] = useState('');
  const [packCode, setPackCode] = useState('');
  const [regionCode, setRegion] = useState(regions[0]?.value ?? '');
  const [tiers, setTiers] = useState<readonly TierDraft[]>([{ fromPacks: 1, priceRpPerUnit: null }]);
  const [capacityPacks, setCapacity] = useState<number | null>(null);
  const [minimumPacks, setMinimum] = useState<number | null>(0);
  const [leadTimeDays, setLeadTime] = useState<number | null>(3);
  const [validFrom, setFrom] = useState(dayFrom(0));
  const [validUntil, setUntil] = useState(dayFrom(90));
  const commodity = useAsk(code === '' ? null : `commodity:${code}`, (api) =>
    dataOf(api.GET('/api/v1/commodities/{code}', { params: { path: { code } } })),
  );
  const packs = commodity.state === 'done' ? commodity.data.packs : [];
  const chosen = packs.find((each) => each.code === packCode) ?? packs[0];
  const whole = wholeTiers(tiers);
  const isReady =
    chosen !== undefined && leadTimeDays !== null && whole.length === tiers.length && areSorted(whole);
  const publishing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/offers', {
          body: {
            supplierId,
            packCode: chosen?.code ?? '',
            regionCode,
            tiers: whole,
            capacityPacks,
            minimumPacks: minimumPacks ?? 0,
            leadTimeDays: leadTimeDays ?? 0,
            validFrom,
            validUntil,
          },
        }),
      ),
    () => {
      goTo('/harga-janji');
    },
  );
  const { problemOf } = publishing;
  return (
    <form
      class="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void publishing.send();
      }}
    >
      <h1>{words.make}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={commodities}>
        {({ data }) => (
          <Select
            label={words.goods}
            value={code}
            onChange={(next) => {
              setCode(next);
              setPackCode('');
            }}
            choices={[
              { value: '', name: words.pick },
              ...data
                .filter(({ isBiddable }) => isBiddable)
                .map((each) => ({
                  value: each.code,
                  name: language === 'id' ? each.nameId : each.nameEn,
                })),
            ]}
          />
        )}
      </Answered>
      {commodity.state === 'refused' && <Answered of={commodity}>{() => null}</Answered>}
      {chosen !== undefined && commodity.state === 'done' && (
        <>
          <Select
            label={words.pack}
            value={chosen.code}
            onChange={setPackCode}
            choices={packs.map((pack) => ({
              value: pack.code,
              name: language === 'id' ? pack.nameId : pack.nameEn,
            }))}
          />
          <Select label={words.region} value={regionCode} onChange={setRegion} choices={regions} />
          <TierEditor
            packCode={chosen.code}
            baseUnit={commodity.data.baseUnit}
            tiers={tiers}
            onChange={setTiers}
            untilPacks={capacityPacks ?? 100}
            limitRpPerUnit={null}
          />
          <NumberField
            label={words.capacity}
            hint={words.capacityHint}
            value={capacityPacks}
            onChange={setCapacity}
            problem={problemOf('capacityPacks')}
          />
          <NumberField
            label={words.minimum}
            value={minimumPacks}
            onChange={setMinimum}
            problem={problemOf('minimumPacks')}
          />
          <NumberField
            label={words.leadTime}
            unit={words.days}
            value={leadTimeDays}
            onChange={setLeadTime}
            problem={problemOf('leadTimeDays')}
          />
          <DayField
            label={words.from}
            value={validFrom}
            onChange={setFrom}
            problem={problemOf('validFrom')}
          />
          <DayField
            label={words.until}
            value={validUntil}
            onChange={setUntil}
            problem={problemOf('validUntil')}
          />
          <p class="small">{words.binds}</p>
        </>
      )}
      <RefusalOrProof of={publishing} />
      <Button type="submit" isBusy={publishing.isSending} isDisabled={!isReady}>
        {words.publish}
      </Button>
    </form>
  );
};

export default PublishOfferScreen;
