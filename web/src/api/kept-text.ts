/** A short text that this phone has kept; null on the server, and where storage is switched off. */
export const keptText = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Keeps a short text, or with null forgets it. Where storage is full or switched off, this visit goes on without. */
export const keepText = (key: string, text: string | null): void => {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The next visit begins as the first did.
  }
};
