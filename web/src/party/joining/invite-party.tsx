import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import type { PartyKind } from '../../api/session.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Checkbox } from '../../parts/checkbox.js';
import { Field, NumberField, Select } from '../../parts/field.js';
import { FindParty } from '../../parts/find-party.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { inviteWords } from './invite-words.js';
import { PickRegion } from './pick-region.js';
import { joiningWords } from './words.js';

const kindsOf: Readonly<Partial<Record<PartyKind, readonly PartyKind[]>>> = {
  organiser: ['koperasi', 'supplier', 'kitchen', 'carrier'],
  administrator: ['koperasi', 'supplier', 'kitchen', 'carrier', 'organiser', 'observer'],
};
/** They store goods, and lie in one village. */
const outlets: readonly PartyKind[] = ['koperasi', 'kitchen'];
const CITY_LENGTH = '32.71'.length;

/** The form of an invitation to a party that is not here yet. */
export const InviteParty = ({
  by,
  onIssued,
}: {
  readonly by: View<'PartyView'>;
  readonly onIssued: (issued: View<'IssuedInvitationView'>) => void;
}) => {
  const words = useWords(inviteWords);
  const kindNames = useWords(joiningWords);
  const kinds = kindsOf[by.kind] ?? [];
  const [kind, setKind] = useState<PartyKind>(kinds[0] ?? 'koperasi');
  const [name, setName] = useState('');
  const [city, setCity] = useState(by.regionCode?.slice(0, CITY_LENGTH) ?? '');
  const [region, setRegion] = useState('');
  const [storageKg, setStorage] = useState<number | null>(null);
  const [hasColdStore, setColdStore] = useState(false);
  const [partner, setPartner] = useState<string | null>(null);
  const isOutlet = outlets.includes(kind);
  const regionCode = region === '' && !isOutlet ? city : region;
  const inviting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/invitations', {
          params: { path: { partyId: by.id } },
          body: {
            party: {
              ...{ kind, name: name.trim() },
              ...(regionCode === '' ? {} : { regionCode }),
              ...(isOutlet && storageKg !== null ? { storageKg } : {}),
              ...(isOutlet && hasColdStore ? { hasColdStore } : {}),
              ...(kind === 'kitchen' && partner !== null ? { partnerKoperasiId: partner } : {}),
            },
          },
        }),
      ),
    onIssued,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void inviting.send();
      }}
    >
      <Select
        label={words.kind}
        value={kind}
        choices={kinds.map((each) => ({ value: each, name: kindNames[each] }))}
        onChange={setKind}
      />
      <Field
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={setName}
        problem={inviting.problemOf('party.name')}
        maxLength={120}
        isRequired
      />
      {by.regionCode === null && (
        <Field
          label={words.regionCode}
          hint={words.regionHint}
          value={city}
          onChange={setCity}
          maxLength={5}
        />
      )}
      {/^\d\d\.\d\d$/.test(city) && (
        <PickRegion
          cityCode={city}
          code={regionCode}
          isVillage={isOutlet}
          problem={inviting.problemOf('party.regionCode')}
          onChange={setRegion}
        />
      )}
      {isOutlet && (
        <>
          <NumberField label={words.storage} unit="kg" value={storageKg} onChange={setStorage} />
          <Checkbox label={words.coldStore} isChecked={hasColdStore} onChange={setColdStore} />
        </>
      )}
      {kind === 'kitchen' && (
        <FindParty label={words.partner} kind="koperasi" chosen={partner} onChange={setPartner} />
      )}
      <RefusalOrProof of={inviting} />
      <Button type="submit" isBusy={inviting.isSending}>
        {words.make}
      </Button>
    </form>
  );
};
