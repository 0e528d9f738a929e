/** Why a backup is not made or not restored. Whoever reports it finds the words by the code. */
export type BackupTrouble =
  /** There is no database yet. */
  | 'nothing'
  /** The file was not made by `repaso backup`. */
  | 'not-a-backup'
  /** A newer program made it. */
  | 'newer'
  /** It ends before its end. */
  | 'cut'
  /** It says something else than when it was made. */
  | 'damaged'
  /** The database holds something, and nobody said that it may go. */
  | 'not-empty'
  /** A running Repaso works on the same server database. */
  | 'in-use'
  /** The running Repaso that has the data folder open did not answer. */
  | 'no-answer'
  /** It could not make the copy, for the reason given. */
  | 'no-copy';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupTrouble;
  /** A number or a system code that belongs to the trouble: the line of the damage, the version that is needed. */
  readonly detail: string;

  constructor(code: BackupTrouble, detail = '', options?: ErrorOptions) {
    super(`backup: ${code}${detail === '' ? '' : ` (${detail})`}`, options);
    this.code = code;
    this.detail = detail;
  }
}
