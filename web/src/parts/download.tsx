import type { Api } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button } from './button.js';
import { RefusalOrProof } from './proof-of-self.js';

/** Hands a file to the browser to keep. */
export const keepFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** A file of the API to keep: fetched with the session's token, which a plain link would not send. */
export const Download = ({
  name,
  ask,
  tone = 'quiet',
  children,
}: {
  /** What it is called where it is kept. */
  readonly name: string;
  /** Answers a Blob: `parseAs: 'blob'`. */
  readonly ask: (api: Api) => Promise<unknown>;
  readonly tone?: 'main' | 'quiet';
  readonly children: string;
}) => {
  const fetching = useSend(ask, (file) => {
    keepFile(file as Blob, name);
  });
  return (
    <>
      <Button tone={tone} isBusy={fetching.isSending} onPress={() => void fetching.send()}>
        {children}
      </Button>
      <RefusalOrProof of={fetching} />
    </>
  );
};
