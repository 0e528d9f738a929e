/** An address to which a path is added: without slashes at its end. */
export function baseUrl(address: string): string {
  return address.replace(/\/+$/, '');
}
