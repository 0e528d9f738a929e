import type { Block, Button } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

/** A position in a list that is shown page by page. */
export type PageRange = {
  /** From 0. */
  readonly page: number;
  /** Items on a page. */
  readonly size: number;
  readonly total: number;
};

/** The nearest existing page, since a list may have become shorter. */
export function clampPage({ page, size, total }: PageRange): PageRange {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return { page: Math.min(Math.max(0, page), last), size, total };
}

/** The items of the page. */
export function itemsOn<T>(all: readonly T[], { page, size }: PageRange): readonly T[] {
  return all.slice(page * size, (page + 1) * size);
}

/** "6–10 of 23"; nothing where one page holds all. */
export function pageCaption(language: Language, { page, size, total }: PageRange): readonly Block[] {
  if (total <= size) return [];
  const [from, to] = [page * size + 1, Math.min(total, (page + 1) * size)];
  const text =
    from === to ? say(language, 'page.last', { to, total }) : say(language, 'page.place', { from, to, total });
  return [{ kind: 'caption', text }];
}

/**
 * "Previous" and "Next", where there is such a page.
 *
 * @param args the action's arguments for a page
 */
export function pageButtons(
  language: Language,
  { page, size, total }: PageRange,
  action: string,
  args: (page: number) => readonly (string | number)[] = (to) => [to],
): readonly Button[] {
  return [
    ...(page > 0 ? [button(say(language, 'page.before'), action, args(page - 1))] : []),
    ...((page + 1) * size < total ? [button(say(language, 'page.after'), action, args(page + 1))] : []),
  ];
}
