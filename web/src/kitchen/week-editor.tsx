import { useState } from 'preact/hooks';
import { daysOfWeek } from '../../../src/core/kernel/iso-week.js';
import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useWords } from '../words/words.js';
import { AddLine } from './add-line.js';
import { askWeek } from './ask-week.js';
import { draftsOf, movedTo, withLine, type LineDraft } from './week-form.js';
import { WeekLines } from './week-lines.js';
import { kitchenWords } from './words.js';

interface WeekEditorProps {
  readonly kitchenId: string;
  readonly isoWeek: string;
  readonly lastWeek: string;
  readonly saved: View<'RequirementView'> | null;
  readonly onChange: () => void;
}

/** A week that is not published yet: lines are put together, saved, and published in the end. */
export const WeekEditor = ({ kitchenId, isoWeek, lastWeek, saved, onChange }: WeekEditorProps) => {
  const words = useWords(kitchenWords);
  const [lines, setLines] = useState<readonly LineDraft[]>(draftsOf(saved?.lines ?? []));
  const isChanged = JSON.stringify(lines) !== JSON.stringify(draftsOf(saved?.lines ?? []));
  const path = { kitchenId, isoWeek };
  const saving = useSend(
    (api) =>
      dataOf(
        api.PUT('/api/v1/kitchens/{kitchenId}/requirements/{isoWeek}', {
          params: {
            path,
            ...(saved === null ? {} : { header: { 'If-Match': `"${String(saved.version)}"` } }),
          },
          body: { lines: [...lines] },
        }),
      ),
    onChange,
  );
  const publishing = useSend(
    (api) =>
      dataOf(api.POST('/api/v1/kitchens/{kitchenId}/requirements/{isoWeek}/publish', { params: { path } })),
    onChange,
  );
  const copying = useSend(
    async (api) => draftsOf((await askWeek(api, kitchenId, lastWeek))?.lines ?? []),
    (before) => {
      setLines(movedTo(isoWeek, before, lastWeek));
    },
  );
  const days = daysOfWeek(isoWeek);
  return (
    <>
      {lines.length === 0 && (
        <Empty title={words.none}>
          <p>{words.noneNext}</p>
          <Button tone="quiet" isBusy={copying.isSending} onPress={() => void copying.send()}>
            {words.copy}
          </Button>
          {copying.sent?.length === 0 && <p role="status">{words.copyNone}</p>}
        </Empty>
      )}
      <Refusal of={copying} />
      <WeekLines lines={lines} days={days}>
        {(line, name) => (
          <Button
            tone="quiet"
            onPress={() => {
              setLines(lines.filter((each) => each !== line));
            }}
          >
            {words.remove}
            <span class="hidden-words"> {name}</span>
          </Button>
        )}
      </WeekLines>
      <AddLine
        days={days}
        onAdd={(line) => {
          setLines(withLine(lines, line));
        }}
      />
      {isChanged && <p class="small">{words.unsaved}</p>}
      <Refusal of={saving} />
      <Refusal of={publishing} />
      <div class="buttons">
        {(isChanged || saved === null) && (
          <Button
            isBusy={saving.isSending}
            isDisabled={lines.length === 0}
            onPress={() => void saving.send()}
          >
            {words.save}
          </Button>
        )}
        {saved !== null && !isChanged && (
          <SureButton
            question={words.publishSure}
            isBusy={publishing.isSending}
            onPress={() => void publishing.send()}
          >
            {words.publish}
          </SureButton>
        )}
      </div>
    </>
  );
};
