/** 1 January 1980, midnight: the first moment that a zip archive can name. */
const FIRST_DATE = 0x0021;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;

/**
 * Takes the times out of a zip archive (an xlsx is one), in place, so that the same content is the same bytes and
 * two copies can be compared by their hash. Follows the central directory from the record at its end (PKWARE
 * APPNOTE 4.3): times stand in each of its entries and in the entry's local header.
 *
 * @throws RangeError on an archive that does not end as one without a comment does.
 */
export const stillZip = (archive: Buffer): Buffer => {
  const end = archive.length - END_SIZE;
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new RangeError('this is no zip archive');
  const count = archive.readUInt16LE(end + 10);
  let entry = archive.readUInt32LE(end + 16);
  for (let place = 0; place < count; place += 1) {
    if (archive.readUInt32LE(entry) !== CENTRAL_ENTRY) throw new RangeError('the zip directory is torn');
    writeFirstMoment(archive, entry + 12);
    writeFirstMoment(archive, archive.readUInt32LE(entry + 42) + 10);
    const names = archive.readUInt16LE(entry + 28);
    const extras = archive.readUInt16LE(entry + 30);
    entry += 46 + names + extras + archive.readUInt16LE(entry + 32);
  }
  return archive;
};

const writeFirstMoment = (archive: Buffer, offset: number): void => {
  archive.writeUInt16LE(0, offset);
  archive.writeUInt16LE(FIRST_DATE, offset + 2);
};
