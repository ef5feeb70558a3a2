import { Labelled, type LabelledProps } from './labelled.js';

/** A file of the phone: a photograph, a PDF. */
export const FileField = ({
  accept,
  onChange,
  ...labelled
}: LabelledProps & {
  /** As `image/jpeg,application/pdf`. */
  readonly accept: string;
  readonly onChange: (file: File | null) => void;
}) => (
  <Labelled {...labelled}>
    {(bound) => (
      <input
        {...bound}
        type="file"
        accept={accept}
        onChange={(event) => {
          onChange(event.currentTarget.files?.[0] ?? null);
        }}
      />
    )}
  </Labelled>
);
