import type { Block, Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Alias, KnownAliases, ListedAlias, SuggestedAlias } from '../../tutor/ask/teach-alias.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { confirmView, type Notice, noticeBlocks, noticeTone } from './notice.js';
import { itemsOn, type PageRange, pageButtons, pageCaption } from './page-controls.js';

/** Names, and suggestions, on a page: as many as fit one message on every platform. */
export const ALIASES_SHOWN = 6;
export const SUGGESTIONS_SHOWN = 2;

function wordsOf({ alias, meaning }: Alias) {
  return { alias: escapeInline(alias), meaning: escapeInline(meaning) };
}

function aliasRow(language: Language, alias: ListedAlias, page: number, mayChange: boolean): Row {
  const remove = button(say(language, 'alias.remove'), 'alias.remove', [page, alias.ref]);
  return { markdown: say(language, 'alias.row', wordsOf(alias)), controls: mayChange ? [remove] : [] };
}

function suggestionRow(language: Language, suggested: SuggestedAlias, page: number): Row {
  const name = escapeInline(suggested.author);
  return {
    markdown: say(language, 'alias.suggests', { name, ...wordsOf(suggested) }),
    controls: [
      button(say(language, 'queue.accept'), 'alias.accept', [page, suggested.id], 'primary'),
      button(say(language, 'queue.drop'), 'alias.drop', [page, suggested.id]),
    ],
  };
}

function suggestionBlocks(language: Language, { suggested, waiting }: KnownAliases, page: number): readonly Block[] {
  if (suggested.length === 0) return [];
  const more = waiting - suggested.length;
  return [
    { kind: 'rows', rows: suggested.map((each) => suggestionRow(language, each, page)) },
    ...(more > 0 ? [{ kind: 'caption', text: say(language, 'queue.more', { count: more }) } as const] : []),
  ];
}

/** The taught names; people with permission can remove them and decide about suggestions. */
export function aliasesView(
  language: Language,
  known: KnownAliases,
  place: PageRange,
  { mayChange, notice }: { readonly mayChange: boolean; readonly notice: Notice | null },
): View {
  const { aliases } = known;
  const { page } = place;
  const list: Block =
    aliases.length === 0
      ? { kind: 'text', markdown: say(language, 'alias.none') }
      : { kind: 'rows', rows: itemsOn(aliases, place).map((alias) => aliasRow(language, alias, page, mayChange)) };
  return {
    ...noticeTone(notice),
    title: say(language, 'alias.title'),
    body: [
      ...noticeBlocks(notice),
      ...(mayChange ? suggestionBlocks(language, known, page) : []),
      list,
      ...pageCaption(language, place),
    ],
    controls: [button(say(language, 'alias.teach'), 'alias.teach'), ...pageButtons(language, place, 'alias.page')],
    footer: say(language, 'alias.note'),
  };
}

/** Asks before a name is removed. */
export function removeAliasView(language: Language, alias: ListedAlias, page: number): View {
  return confirmView(language, {
    question: say(language, 'alias.remove.ask', wordsOf(alias)),
    yes: button(say(language, 'alias.remove'), 'alias.remove.yes', [page, alias.ref], 'danger'),
    cancel: { action: 'alias.page', args: [String(page)] },
  });
}

/** The result of removing a name. */
export function removedAliasNotice(language: Language, removed: ListedAlias | null, page: number): Notice {
  if (removed === null) return { tone: 'warning', markdown: say(language, 'queue.known') };
  const back = button(say(language, 'sure.back'), 'alias.restore', [page, removed.ref]);
  return { tone: 'success', markdown: say(language, 'alias.removed', wordsOf(removed)), controls: [back] };
}

const RESTORED = {
  restored: { tone: 'success', key: 'alias.restored' },
  unknown: { tone: 'warning', key: 'alias.lost' },
  full: { tone: 'warning', key: 'alias.full' },
} as const satisfies Readonly<Record<string, { readonly tone: Notice['tone']; readonly key: MessageKey }>>;

export function restoredAliasNotice(language: Language, restored: keyof typeof RESTORED): Notice {
  const { tone, key } = RESTORED[restored];
  return { tone, markdown: say(language, key) };
}

/** The result of deciding about a suggestion; a dropped one can be restored. */
export function decidedAliasNotice(
  language: Language,
  decided: 'accepted' | 'dropped' | 'known' | 'full',
  args: readonly [page: number, id: string],
): Notice {
  if (decided === 'known') return { tone: 'warning', markdown: say(language, 'queue.known') };
  if (decided === 'full') return { tone: 'warning', markdown: say(language, 'alias.full') };
  if (decided === 'accepted') return { tone: 'success', markdown: say(language, 'queue.accepted') };
  const back = button(say(language, 'sure.back'), 'alias.wait', args);
  return { tone: 'neutral', markdown: say(language, 'queue.dropped'), controls: [back] };
}
