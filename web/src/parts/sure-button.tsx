import { useEffect, useRef, useState } from 'preact/hooks';
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
  const place = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // To the question, not to its yes: a key that is held down must not answer what nobody has read.
    if (isAsking) place.current?.focus();
    else if (wasAsking.current) place.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <div class="alone" ref={place}>
        <Button
          tone={tone}
          isBusy={isBusy}
          onPress={() => {
            setAsking(true);
          }}
        >
          {children}
        </Button>
      </div>
    );
  return (
    <div
      class="sure"
      role="group"
      aria-label={question}
      tabIndex={-1}
      ref={place}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setAsking(false);
      }}
    >
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
