const REFERENCE = 'attachment://';

/** As the platform stores it: https://github.com/discord/discord-api-docs/issues/7754 */
export function cleanFileName(name: string): string {
  const clean = name
    .normalize('NFKD')
    .replaceAll(/[/\\\s]+/g, '_')
    .replaceAll(/[^A-Za-z0-9_.-]/g, '')
    .replaceAll(/^[._]+|[._]+$/g, '');
  return clean === '' ? 'file' : clean;
}

/** The name in an `attachment://` reference, or `null` for another address. */
export function referencedName(url: string): string | null {
  return url.startsWith(REFERENCE) ? cleanFileName(url.slice(REFERENCE.length)) : null;
}
