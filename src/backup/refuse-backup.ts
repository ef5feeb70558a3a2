/** A backup that is not made, or not restored, with why; nothing has changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export const refuseBackup = (id: string, en: string): never => {
  throw new BackupRefused(`DITOLAK: ${id}. (REFUSED: ${en}.)`);
};
