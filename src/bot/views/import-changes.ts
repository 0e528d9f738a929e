import type { Block } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { type ImportCounts, isResumed } from '../../tutor/decks/change-counts.js';
import type { DeckDiff } from '../../tutor/decks/propose-import.js';
import type { DeckPlan } from '../../tutor/decks/sync-deck.js';
import { changeWords } from '../change-words.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shortenLabel } from '../words.js';

/** How many cards of each kind of change are listed; the rest are counted. */
const SHOWN = 8;
const LINE = 120;
/** How much of a side is read, in code units: the rest is never visible on one line. */
const LOOKED_AT = 2_000;

type Change = Pick<Extract<DeckPlan['outcome'], { readonly kind: 'change' }>, 'diff' | 'superseded' | 'piled'>;
type Sides = { readonly front: string; readonly back: string };

/** "7 new, 1 unclear." */
export function importCountsLine(language: Language, counts: ImportCounts): string {
  const words = changeWords(language, counts);
  return words === '' ? say(language, 'import.unchanged') : `${words}.`;
}

/** "42 new. 17 more to look at." */
export function withPile(language: Language, counts: ImportCounts, waiting: number): string {
  if (waiting === 0) return importCountsLine(language, counts);
  const words = changeWords(language, counts);
  const pile = say(language, 'import.pile', { count: waiting });
  return words === '' ? pile : `${words}. ${pile}`;
}

export function sideSummary(text: string): string {
  return escapeInline(shortenLabel(stripMarkdown(text.slice(0, LOOKED_AT)), LINE));
}

export function cardSummary({ front, back }: Sides): string {
  return `${sideSummary(front)} → ${sideSummary(back)}`;
}

function editLine({ before, after }: DeckDiff['changed'][number]): string {
  const was = (old: string, now: string): string => (old === now ? now : `~~${old}~~ ${now}`);
  return `${was(sideSummary(before.front), sideSummary(after.front))} → ${was(sideSummary(before.back), sideSummary(after.back))}`;
}

function supersededLine({ before, after }: DeckDiff['changed'][number]): string {
  return `~~${cardSummary(before)}~~ ${cardSummary(after)}`;
}

/** Items under a heading, up to the limit; nothing for an empty list. Only the listed items are worded. */
export function limitedList<Item>(
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

/** The changes card by card, up to the limits. */
export function changeBlocks(language: Language, { diff, superseded, piled }: Change): readonly Block[] {
  const asked = new Set(diff.unclear.map(({ after }) => after.id));
  const replaced = new Set(superseded);
  const added = diff.added.filter(({ id }) => !asked.has(id));
  const other = diff.changed.filter((pair) => !replaced.has(pair) && !asked.has(pair.after.id));
  return [
    ...limitedList(language, 'import.added', added, cardSummary),
    ...limitedList(
      language,
      'import.changed',
      other.filter((pair) => !isResumed(pair)),
      editLine,
    ),
    ...limitedList(language, 'import.returned', other.filter(isResumed), ({ after }) => cardSummary(after)),
    ...limitedList(language, 'import.superseded', superseded, supersededLine),
    ...limitedList(language, 'import.removed', diff.removed, ({ front }) => sideSummary(front)),
    ...limitedList(language, 'import.piled', piled, cardSummary),
  ];
}
