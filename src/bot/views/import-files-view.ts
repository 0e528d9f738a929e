import type { Block, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { countsOfCards, countsOfDiff } from '../../tutor/decks/change-counts.js';
import type { DecidedFiles, FilesPlan } from '../../tutor/decks/draft-files.js';
import type { DeckRef } from '../../tutor/decks/find-deck.js';
import type { CardPlan } from '../../tutor/decks/import-cards.js';
import type { DeckPlan } from '../../tutor/decks/sync-deck.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { undoButtons } from './history-view.js';
import { cardLine, changesOf, countsLine, limited, linesButton, reviewButtons } from './import-view.js';
import { noticeView } from './notice-view.js';

/** Decks of a file that are named; the rest are counted. */
const DECKS = 12;
/** Decks of which the cards are shown too. */
const DECKS_IN_FULL = 2;

type DeckPart = { readonly name: string; readonly counts: string; readonly details: readonly Block[] };

function ofNotes(language: Language, { file, read, outcome }: DeckPlan): DeckPart {
  const name = read.deck?.name ?? file;
  if (outcome.kind !== 'change') return { name, counts: say(language, 'import.unchanged'), details: [] };
  return {
    name,
    counts: countsLine(language, countsOfDiff(outcome.diff, { isApplied: true })),
    details: changesOf(language, outcome),
  };
}

function ofCards(language: Language, plan: CardPlan): DeckPart {
  const { added, changed, back } = plan.merged;
  const lists = [
    { title: 'import.added', cards: added },
    { title: 'import.changed', cards: changed.filter((card) => !back.includes(card)) },
    { title: 'import.returned', cards: back },
  ] as const;
  const details = lists.flatMap(({ title, cards }) => limited(language, title, cards.map(cardLine)));
  return { name: plan.name, counts: countsLine(language, countsOfCards(plan)), details };
}

function partsOf(language: Language, { notes, cards }: FilesPlan): readonly DeckPart[] {
  const parts = [...notes.map((plan) => ofNotes(language, plan)), ...cards.map((plan) => ofCards(language, plan))];
  // What changes is what people want to see.
  return parts.sort((a, b) => Number(b.details.length > 0) - Number(a.details.length > 0));
}

function summary(language: Language, parts: readonly DeckPart[]): Block {
  const items = parts.slice(0, DECKS).map(({ name, counts }) => `**${escapeMarkdown(name)}**: ${counts}`);
  const more = parts.length - DECKS;
  const rest = more > 0 ? [say(language, 'import.more-decks', { count: more })] : [];
  return { kind: 'list', items: [...items, ...rest] };
}

function detailsOf(parts: readonly DeckPart[]): readonly Block[] {
  const shown = parts.filter(({ details }) => details.length > 0).slice(0, DECKS_IN_FULL);
  if (parts.length === 1) return shown.flatMap(({ details }) => details);
  return shown.flatMap(({ name, details }): readonly Block[] => [
    { kind: 'text', markdown: `**${escapeMarkdown(name)}**` },
    ...details,
  ]);
}

/** What a file would change, before anything has. */
export function draftedFilesView(
  language: Language,
  { id, plan, isOwn }: { readonly id: string; readonly plan: FilesPlan; readonly isOwn: boolean },
  mayApply: boolean,
): View {
  const parts = partsOf(language, plan);
  const text = (key: MessageKey, values = {}) => [{ kind: 'text', markdown: say(language, key, values) } as const];
  return {
    title: say(language, 'import.title', { name: plan.file }),
    body: [
      summary(language, parts),
      ...detailsOf(parts),
      ...(plan.progress === 0 ? [] : text('import.progress', { count: plan.progress })),
      ...(mayApply ? [] : text('import.waits')),
    ],
    controls: [
      ...(mayApply ? [button(say(language, 'import.apply'), 'import.apply', [id], 'primary')] : []),
      ...linesButton(language, id, plan.skipped, plan.losses),
      ...(mayApply || isOwn ? [button(say(language, 'import.drop'), 'import.drop', [id])] : []),
    ],
  };
}

/** The decks that have something new to learn. */
function decksOf({ notes, cards }: FilesPlan): readonly DeckRef[] {
  const ofNotes = notes.flatMap(({ outcome, name }) =>
    outcome.kind === 'change' ? [{ deckId: outcome.change.deck.id, name }] : [],
  );
  const ofCards = cards.flatMap(({ outcome, deckId, name }) => (outcome === 'change' ? [{ deckId, name }] : []));
  return [...new Map([...ofNotes, ...ofCards].map((deck) => [deck.deckId, deck])).values()];
}

/** What became of a file that somebody decided on. */
export function decidedFilesView(language: Language, decided: DecidedFiles): View {
  switch (decided.kind) {
    case 'known':
      return noticeView(language, 'neutral', 'queue.known');
    case 'dropped':
      return noticeView(language, 'neutral', 'import.dropped');
    case 'not-allowed':
      return noticeView(language, 'warning', 'change.not-allowed');
    case 'applied': {
      const { plan, progress } = decided;
      const done = say(language, 'import.applied', { name: escapeMarkdown(plan.file) });
      const brought = progress.taken === 0 ? [] : [say(language, 'import.progress-brought', { count: progress.taken })];
      const kept = progress.kept === 0 ? [] : [say(language, 'import.progress-kept', { count: progress.kept })];
      return {
        tone: 'success',
        body: [
          { kind: 'text', markdown: [done, ...brought, ...kept].join(' ') },
          summary(language, partsOf(language, plan)),
        ],
        controls: [
          ...reviewButtons(language, decksOf(plan)),
          button(say(language, 'help.decks'), 'deck.show'),
          ...(decided.made.length === 1 ? undoButtons(language, decided.made) : []),
        ],
      };
    }
  }
}

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
  'json-shape': 'import.refused.shape',
  'json-broken': 'import.refused.shape',
  'anki-no-collection': 'import.refused.shape',
} as const satisfies Readonly<Record<string, MessageKey>>;

function isNamed(code: string): code is keyof typeof REFUSED {
  return Object.hasOwn(REFUSED, code);
}

/** Why a file was not taken. */
export function refusedFileView(language: Language, file: string, code: string): View {
  const key = isNamed(code) ? REFUSED[code] : 'import.refused.broken';
  return noticeView(language, 'warning', key, { file: escapeMarkdown(file) });
}
