import { bareUrl } from './escape.js';

/** Signs of an address that mean something around it in Discord, and white space. */
const UNSAFE = /[()[\]*|`\\<>"\s]|~(?=~)|(?<=~)~/g;

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** An address of the web as it can stand in a link, or `null`: one inside the notes leads nowhere from here. */
export function linkAddress(url: string): string | null {
  return /^https?:\/\/[^/]/i.test(url) ? url.replaceAll(UNSAFE, encoded) : null;
}

/** The address of a mail, or `null` for a link to anything else. */
export function mailAddress(url: string): string | null {
  return /^mailto:(.+)$/i.exec(url)?.[1] ?? null;
}

/** An address that can be pressed. Where its signs would mean something, the same address with them encoded. */
export function bareAddress(url: string): string {
  return bareUrl(url) ?? `<${linkAddress(url) ?? ''}>`;
}

/** Brackets, addresses and pictures in a label make Discord show the whole link as it is written. */
const NO_LABEL = /[[\]]|:\/\/|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

export function canBeLabel(plain: string): boolean {
  return !NO_LABEL.test(plain);
}
