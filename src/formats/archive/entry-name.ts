/** Characters with which a name can leave its folder on some system, or is no file name there. */
const FOREIGN = /[\\\p{Cc}]|^\/|^[a-z]:/iu;

/** Whether the path stays inside the folder into which the archive is unpacked, on every system. */
export function staysInside(name: string): boolean {
  if (name === '' || name.length > 1024 || FOREIGN.test(name)) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}
