import type { Block } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { comesBack, type ImportCounts } from '../../tutor/decks/change-counts.js';
import type { DeckDiff } from '../../tutor/decks/propose-import.js';
import type { DeckPlan } from '../../tutor/decks/sync-deck.js';
import { changeWords } from '../change-words.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';

/** Cards of each kind of change that are shown; the rest are counted. */
const SHOWN = 8;
const LINE = 120;
/** Of a side, in code units: what is behind it is never shown in one line. */
const LOOKED_AT = 2_000;

type Change = Pick<Extract<DeckPlan['outcome'], { readonly kind: 'change' }>, 'diff' | 'superseded' | 'piled'>;
type Sides = { readonly front: string; readonly back: string };

/** "7 new, 1 unclear." */
export function countsLine(language: Language, counts: ImportCounts): string {
  const words = changeWords(language, counts);
  return words === '' ? say(language, 'import.unchanged') : `${words}.`;
}

/** "42 new. 17 more to look at." */
export function withPile(language: Language, counts: ImportCounts, waiting: number): string {
  if (waiting === 0) return countsLine(language, counts);
  const words = changeWords(language, counts);
  const pile = say(language, 'import.pile', { count: waiting });
  return words === '' ? pile : `${words}. ${pile}`;
}

export function oneLine(text: string): string {
  return escapeMarkdown(shorten(stripMarkdown(text.slice(0, LOOKED_AT)), LINE));
}

export function cardLine({ front, back }: Sides): string {
  return `${oneLine(front)} → ${oneLine(back)}`;
}

function editLine({ before, after }: DeckDiff['changed'][number]): string {
  const was = (old: string, now: string): string => (old === now ? now : `~~${old}~~ ${now}`);
  return `${was(oneLine(before.front), oneLine(after.front))} → ${was(oneLine(before.back), oneLine(after.back))}`;
}

function supersededLine({ before, after }: DeckDiff['changed'][number]): string {
  return `~~${cardLine(before)}~~ ${cardLine(after)}`;
}

/** Items under a heading, as many as can be looked through; nothing for none. Only those that are shown are worded. */
export function limited<Item>(
  language: Language,
  title: MessageKey,
  items: readonly Item[],
  wordsOf: (item: Item) => string,
): readonly Block[] {
  if (items.length === 0) return [];
  const more = items.length - SHOWN;
  const rest = more > 0 ? [say(language, 'import.more', { count: more })] : [];
  return [
    { kind: 'text', markdown: `**${say(language, title)}**` },
    { kind: 'list', items: [...items.slice(0, SHOWN).map(wordsOf), ...rest] },
  ];
}

/** What changes, card by card, as far as it can be looked through. */
export function changesOf(language: Language, { diff, superseded, piled }: Change): readonly Block[] {
  const asked = new Set(diff.unclear.map(({ after }) => after.id));
  const replaced = new Set(superseded);
  const added = diff.added.filter(({ id }) => !asked.has(id));
  const other = diff.changed.filter((pair) => !replaced.has(pair) && !asked.has(pair.after.id));
  return [
    ...limited(language, 'import.added', added, cardLine),
    ...limited(
      language,
      'import.changed',
      other.filter((pair) => !comesBack(pair)),
      editLine,
    ),
    ...limited(language, 'import.returned', other.filter(comesBack), ({ after }) => cardLine(after)),
    ...limited(language, 'import.superseded', superseded, supersededLine),
    ...limited(language, 'import.removed', diff.removed, ({ front }) => oneLine(front)),
    ...limited(language, 'import.piled', piled, cardLine),
  ];
}
