import { refuseDocument } from './refusals.js';

/** What is taken, by what stands in the bytes. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** As many as wait to be judged at a time, so that nobody fills the disk. */
const MOST_WAITING = 20;
const LONGEST_NAME = 80;

/**
 * The name under which a file is kept and handed out: letters, digits, dots, dashes and single blanks, with the
 * ending of what it is.
 *
 *   '../../etc/passwd', application/pdf -> etc-passwd.pdf
 *   'NIB toko.exe', image/png           -> NIB toko.png
 *   '', image/jpeg                      -> dokumen.jpg
 */
export const cleanName = (name: string, mediaType: MediaType): string => {
  const stem = name
    .normalize('NFKC')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/\.{2,}/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/-{2,}/g, '-')
    .replace(/^[ ._-]+|[ ._-]+$/g, '');
  const short = Array.from(stem).slice(0, LONGEST_NAME).join('').trim();
  return `${short === '' ? 'dokumen' : short}.${endings[mediaType]}`;
};

const isTaken = (mediaType: string | undefined): mediaType is MediaType =>
  mediaTypes.some((taken) => taken === mediaType);

/**
 * Judges a file by its size and by the type found in its bytes, whatever its sender calls it.
 * @returns the name and type under which it is kept
 * @throws Refusal
 */
export const takeDocument = (
  file: { readonly sizeBytes: number; readonly name: string; readonly foundType: string | undefined },
  waiting: number,
): { readonly fileName: string; readonly mediaType: MediaType } => {
  if (file.sizeBytes === 0) throw refuseDocument('DOCUMENT_EMPTY');
  if (!isTaken(file.foundType)) throw refuseDocument('DOCUMENT_TYPE_NOT_TAKEN');
  if (waiting >= MOST_WAITING) throw refuseDocument('DOCUMENTS_TOO_MANY', { most: MOST_WAITING });
  return { fileName: cleanName(file.name, file.foundType), mediaType: file.foundType };
};
