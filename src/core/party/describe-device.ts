/** Names that a browser gives itself, the more particular first: nearly all also call themselves Chrome or Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/UCBrowser\//, 'UC Browser'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\/|OPT\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
/** Android before Linux, which it also says. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone / iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11|CrOS/, 'Linux'],
];

const nameIn = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/**
 * What a person needs to know one of their devices by, and no more: never the version or model, which would tell
 * phones apart that are none of our business.
 *
 *   Mozilla/5.0 (Linux; Android 10; SM-A105F) … Chrome/120.0 Mobile Safari/537.36 -> Chrome, Android
 *   curl/8.5                                                                       -> null
 */
export const describeDevice = (userAgent: string): string | null => {
  const found = [nameIn(browsers, userAgent), nameIn(systems, userAgent)].filter(
    (name) => name !== undefined,
  );
  return found.length === 0 ? null : found.join(', ');
};
