import { useState } from 'preact/hooks';
import { defineWords, useWords } from '../words/words.js';
import { Button } from './button.js';

const ownWords = defineWords({
  id: { yes: 'Ya, lanjutkan', no: 'Tidak jadi' },
  en: { yes: 'Yes, go on', no: 'No, keep it' },
});

/** A button that asks once more before it does what cannot be taken back. */
export const SureButton = ({
  children,
  question,
  tone = 'danger',
  isBusy = false,
  onPress,
}: {
  readonly children: string;
  readonly question: string;
  /** `main` for the next step itself, where it moves more than one can see. */
  readonly tone?: 'danger' | 'main';
  readonly isBusy?: boolean;
  readonly onPress: () => void;
}) => {
  const words = useWords(ownWords);
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button
        tone={tone}
        isBusy={isBusy}
        onPress={() => {
          setAsking(true);
        }}
      >
        {children}
      </Button>
    );
  return (
    <div class="sure" role="group" aria-label={question}>
      <p class="strong">{question}</p>
      <div class="buttons">
        <Button
          tone={tone}
          isBusy={isBusy}
          onPress={() => {
            setAsking(false);
            onPress();
          }}
        >
          {words.yes}
        </Button>
        <Button
          tone="quiet"
          onPress={() => {
            setAsking(false);
          }}
        >
          {words.no}
        </Button>
      </div>
    </div>
  );
};
