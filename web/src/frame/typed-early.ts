/**
 * What people have typed into a page before its script was there. It stays in its fields and nowhere else, passwords too.
 * @returns tells the screens of it, as if it were typed now: to be called once they have taken the page over.
 */
export const typedEarly = (page: HTMLElement): (() => void) => {
  const typed = [...page.querySelectorAll<HTMLInputElement>('input, textarea')]
    .filter((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked)
    .map((field) => [field, field.value] as const);
  return () => {
    for (const [field, value] of typed) {
      field.value = value;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
  };
};
