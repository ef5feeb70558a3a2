/** Where a code leads in: behind the #, so that it is in no log and no referrer. */
export const invitationLink = (origin: string, code: string): string => `${origin}/undangan#${code}`;

/**
 * The code in whatever somebody pasted: the whole link, the code with blanks around it, or the part behind the #.
 *
 *   https://sepikul.id/undangan#AbC_1 -> AbC_1
 *   ' AbC_1 '                         -> AbC_1
 */
export const codeOfText = (text: string): string => text.slice(text.lastIndexOf('#') + 1).replace(/\s/g, '');
