import type { SentFile } from '../port.js';
import { FileUnreadable, fileAt } from '../read-url.js';

/** A file as Slack describes it. One that Slack does not keep, or does not show to the bot, has no address. */
type FilePayload = {
  readonly name: string;
  readonly size: number;
  readonly url_private_download?: string | undefined;
};

/** The token goes to Slack alone: to its own hosts, or to wherever its Web API is said to be. */
export function isSlacks(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (apiUrl !== null && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname);
}

/** A file of a form, to be read with the bot's token. */
export function sentFile(
  { name, size, url_private_download: url = '' }: FilePayload,
  token: string,
  apiUrl: string | null,
): SentFile {
  if (isSlacks(url, apiUrl)) return fileAt(url, { name, size }, { authorization: `Bearer ${token}` });
  return { name, size, read: () => Promise.reject(new FileUnreadable('refused')) };
}
