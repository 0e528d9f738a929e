import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { MAX_CARDS } from '../../tutor/decks/propose-import.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { noticeView } from './notice-view.js';

const REFUSED = {
  'too-large': 'import.too-large',
  'no-cards': 'import.no-cards',
  'no-notes-inside': 'import.no-cards',
  empty: 'import.no-cards',
  'too-many-cards': 'import.refused.too-much',
  'too-many-decks': 'import.refused.too-much',
  'too-many-reviews': 'import.refused.too-much',
  'archive-entries': 'import.refused.too-much',
  'archive-unpacked': 'import.refused.too-much',
  'format-newer': 'import.refused.newer',
  'archive-encrypted': 'import.refused.encrypted',
  'archive-path': 'import.refused.unsafe',
  'archive-bomb': 'import.refused.unsafe',
  'archive-twice': 'import.refused.unsafe',
  'database-strange': 'import.refused.unsafe',
  'database-slow': 'import.refused.unsafe',
  'too-slow': 'import.refused.slow',
  'too-much-memory': 'import.refused.memory',
  'json-shape': 'import.refused.shape',
  'json-broken': 'import.refused.shape',
  'anki-no-collection': 'import.refused.shape',
} as const satisfies Readonly<Record<string, MessageKey>>;

function isNamed(code: string): code is keyof typeof REFUSED {
  return Object.hasOwn(REFUSED, code);
}

/** Why a file was refused. */
export function refusedFileView(language: Language, file: string, code: string): View {
  const key = isNamed(code) ? REFUSED[code] : 'import.refused.broken';
  return noticeView(language, 'warning', key, { file: escapeInline(file) });
}

/** The answer to notes without a card, with an example of notes that give one. */
export function noCardsView(language: Language, file: string): View {
  return noticeView(language, 'warning', 'import.unreadable', { file: escapeInline(file) });
}

export function tooManyCardsView(language: Language, cards: number): View {
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: say(language, 'import.too-many', { cards, max: MAX_CARDS }) }],
  };
}
