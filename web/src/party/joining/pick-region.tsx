import { dataOf } from '../../api/api.js';
import { useAsk } from '../../api/use-ask.js';
import { Answered } from '../../parts/asked.js';
import { Select } from '../../parts/field.js';
import { useWords } from '../../words/words.js';
import { inviteWords } from './invite-words.js';

/** A place by the names of its kecamatan and village; only where a party orders by the lot must it be a village. */
export const PickRegion = ({
  cityCode,
  code,
  isVillage,
  problem,
  onChange,
}: {
  readonly cityCode: string;
  readonly code: string;
  readonly isVillage: boolean;
  readonly problem?: string | undefined;
  readonly onChange: (code: string) => void;
}) => {
  const words = useWords(inviteWords);
  const asked = useAsk(`regions:${cityCode}`, (api) =>
    dataOf(api.GET('/api/v1/regions', { params: { query: { within: cityCode } } })),
  );
  return (
    <Answered of={asked}>
      {({ data }) => {
        const districts = data.filter(({ level }) => level === 'district');
        const district = districts.find((each) => code === each.code || code.startsWith(`${each.code}.`));
        const villages = data.filter(
          (each) => each.level === 'village' && each.code.startsWith(`${district?.code ?? '-'}.`),
        );
        const named = (regions: typeof data) =>
          regions.map((each) => ({ value: each.code, name: each.name }));
        return (
          <>
            <Select
              label={words.district}
              value={district?.code ?? ''}
              choices={[
                { value: isVillage ? '' : cityCode, name: isVillage ? words.choose : words.wholeCity },
                ...named(districts),
              ]}
              {...(district === undefined ? { problem } : {})}
              onChange={onChange}
            />
            {district !== undefined && (
              <Select
                label={words.village}
                value={villages.some((each) => each.code === code) ? code : district.code}
                choices={[
                  { value: district.code, name: isVillage ? words.choose : words.wholeDistrict },
                  ...named(villages),
                ]}
                problem={problem}
                onChange={onChange}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
};
