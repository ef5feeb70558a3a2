import { useFormat } from '../words/format.js';
import { Field, type InputProps } from './field.js';

/** A whole day, and the minute where it has one; what is half typed is neither. */
const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;

/** What is chosen, in the time of the screens: the same moment for everybody. */
const momentOf = (value: string): Date | null => {
  const [whole, time] = shape.exec(value) ?? [];
  return whole === undefined ? null : new Date(time === undefined ? value : `${value}:00+07:00`);
};

/**
 * A day, or a moment of one. Browsers show it as their maker, not as the reader writes dates (11/12 is two days): in words it
 * stands below, so that nobody mistakes it.
 */
export const DayField = ({
  isMoment = false,
  hint,
  ...field
}: Omit<InputProps, 'type'> & {
  /** To the minute. */
  readonly isMoment?: boolean;
}) => {
  const format = useFormat();
  const at = momentOf(field.value);
  const said = at === null ? null : `${format.day(at)} ${field.value.slice(0, 4)}${isMoment ? `, ${format.time(at)}` : ''}`;
  return (
    <Field
      {...field}
      type={isMoment ? 'datetime-local' : 'date'}
      hint={
        said === null ? (
          hint
        ) : (
          <>
            <span class="said">{said}</span> {hint}
          </>
        )
      }
    />
  );
};
