/** Characters with which a name can leave its folder on some system, or stop being one. */
const FOREIGN = /[\\\p{Cc}]|^\/|^[a-z]:/iu;

/** Whether an archive's name for a file stays inside the folder that it would be unpacked to, on every system. */
export function staysInside(name: string): boolean {
  if (name === '' || name.length > 1024 || FOREIGN.test(name)) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}
