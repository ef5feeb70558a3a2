/** The longest side of a photograph that still shows the small print of a certificate, pixels. */
const LONGEST_PX = 2200;
/** A file below this goes as it is, bytes. */
const SMALL_BYTES = 1_000_000;
const QUALITY = 0.82;

/** How large a picture becomes for its longer side to fit; never larger than it is. */
export const fitted = (width: number, height: number, longest = LONGEST_PX) => {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/**
 * A photograph of a phone as small as it can be read: eight megabytes take minutes on a weak signal, and more than
 * the server takes. What is no picture, is small already, or cannot be drawn here goes as it is.
 */
export const shrinkPhoto = async (file: File): Promise<File> => {
  if (!file.type.startsWith('image/') || file.size < SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, fitted(picture.width, picture.height));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    if (blob === null || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return file;
  }
};
