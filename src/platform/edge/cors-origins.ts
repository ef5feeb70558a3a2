/** The origins of a setting such as `https://a.example, https://b.example:8443`; undefined when one of them is none. */
export const corsOrigins = (text: string): string[] | undefined => {
  const origins = text
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  const areOrigins = origins.every(
    (origin) => URL.canParse(origin) && /^https?:\/\//.test(origin) && new URL(origin).origin === origin,
  );
  return areOrigins ? origins : undefined;
};
