import { useFormat } from '../words/format.js';
import { Field, type InputProps } from './field.js';

/**
 * A day, or a moment of one. Browsers show it as their maker, not as the reader writes dates (11/12 is two days): in words it
 * stands below, so that nobody mistakes it.
 */
export const DayField = ({
  isMoment,
  ...field
}: Omit<InputProps, 'type'> & {
  /** To the minute, in the time of the screens. */
  readonly isMoment?: boolean;
}) => {
  const { value, hint } = field;
  const format = useFormat();
  const at = new Date(isMoment === true ? `${value}:00+07:00` : value);
  // A year of more than four digits is still being typed.
  const isSaid = /^\d{4}-\d\d-/.test(value) && at.getTime() > 0;
  return (
    <Field
      {...field}
      type={isMoment === true ? 'datetime-local' : 'date'}
      hint={
        isSaid ? (
          <>
            <span class="said">
              {format.day(at)} {value.slice(0, 4)}
              {isMoment === true && `, ${format.time(at)}`}
            </span>{' '}
            {hint}
          </>
        ) : (
          hint
        )
      }
    />
  );
};
