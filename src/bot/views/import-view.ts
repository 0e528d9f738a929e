import type { Block, Control, Form, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import { comesBack, countsOfDiff, type ImportCounts } from '../../tutor/decks/change-counts.js';
import { type DeckDiff, type LookedAtImport, MAX_CARDS } from '../../tutor/decks/draft-import.js';
import type { DeckRef } from '../../tutor/decks/find-deck.js';
import { isLoss } from '../../tutor/decks/skipped-lines.js';
import type { DeckPlan } from '../../tutor/decks/sync-deck.js';
import { changeWords } from '../change-words.js';
import { button } from '../controls.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';
import { undoButtons } from './history-view.js';
import { openQuestions, questionsOf, unclearBlocks } from './import-choice-view.js';

/** The largest note file, in bytes. */
export const IMPORT_LIMIT_BYTES = 10 * 1024 * 1024;
/** How the names of files end that are read. */
export const IMPORTED = ['.md', '.markdown', '.txt', '.csv', '.tsv', '.json', '.apkg', '.zip'] as const;
/** Cards of each kind of change that are shown; the rest are counted. */
const SHOWN = 8;
const LINE = 120;

/** Asks for notes: a file, or text. */
export function importForm(language: Language): Form {
  return {
    title: say(language, 'import.form'),
    action: { action: 'import.send', args: [] },
    submitLabel: say(language, 'import.preview'),
    fields: [
      {
        kind: 'file',
        name: 'file',
        label: say(language, 'import.file'),
        required: false,
        accept: IMPORTED,
        maxBytes: IMPORT_LIMIT_BYTES,
      },
      {
        kind: 'text',
        name: 'text',
        label: say(language, 'import.text'),
        placeholder: say(language, 'import.text.placeholder'),
        required: false,
        multiline: true,
        maxLength: 3_000,
      },
      {
        kind: 'text',
        name: 'name',
        label: say(language, 'import.name'),
        required: false,
        multiline: false,
        maxLength: 60,
      },
    ],
  };
}

type Change = Pick<Extract<DeckPlan['outcome'], { readonly kind: 'change' }>, 'diff' | 'superseded'>;

/** "7 new, 1 unclear." */
export function countsLine(language: Language, counts: ImportCounts): string {
  const words = changeWords(language, counts);
  return words === '' ? say(language, 'import.unchanged') : `${words}.`;
}

export function oneLine(text: string): string {
  return escapeMarkdown(shorten(stripMarkdown(text), LINE));
}

export function cardLine({ front, back }: { readonly front: string; readonly back: string }): string {
  return `${oneLine(front)} → ${oneLine(back)}`;
}

function editLine({ before, after }: DeckDiff['changed'][number]): string {
  const [front, back] = [oneLine(after.front), oneLine(after.back)];
  const was = (old: string, now: string) => (old === now ? now : `~~${old}~~ ${now}`);
  return `${was(oneLine(before.front), front)} → ${was(oneLine(before.back), back)}`;
}

/** What changes, card by card, as far as it can be looked through. */
export function changesOf(language: Language, { diff, superseded }: Change): readonly Block[] {
  const asked = new Set(diff.unclear.map(({ after }) => after.id));
  const added = diff.added.filter(({ id }) => !asked.has(id));
  const other = diff.changed.filter((pair) => !superseded.includes(pair) && !asked.has(pair.after.id));
  const changed = other.filter((pair) => !comesBack(pair));
  const lists = [
    { title: 'import.added', items: added.map(cardLine) },
    { title: 'import.changed', items: changed.map(editLine) },
    { title: 'import.returned', items: other.filter(comesBack).map(({ after }) => cardLine(after)) },
    {
      title: 'import.superseded',
      items: superseded.map(
        ({ before, after }) =>
          `~~${oneLine(before.front)} → ${oneLine(before.back)}~~ ${oneLine(after.front)} → ${oneLine(after.back)}`,
      ),
    },
    { title: 'import.removed', items: diff.removed.map(({ front }) => oneLine(front)) },
  ] as const;
  return lists.flatMap(({ title, items }) => limited(language, title, items));
}

/** Cards under a heading, as many as can be looked through; nothing for none. */
export function limited(language: Language, title: MessageKey, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  const more = items.length - SHOWN;
  const rest = more > 0 ? [say(language, 'import.more', { count: more })] : [];
  return [
    { kind: 'text', markdown: `**${say(language, title)}**` },
    { kind: 'list', items: [...items.slice(0, SHOWN), ...rest] },
  ];
}

/** To the lines that give no card, and to those of which something was lost. */
export function linesButton(language: Language, draft: string, skipped: number, losses: number): readonly Control[] {
  if (skipped + losses === 0) return [];
  const label =
    skipped > 0
      ? say(language, 'import.lines', { count: skipped })
      : say(language, 'import.lines.partly', { count: losses });
  return [button(label, 'import.lines', [draft, 0])];
}

/** The difference, before anything has changed. */
export function draftedImportView(language: Language, looked: LookedAtImport, mayApply: boolean): View {
  const { id, plan, isFromFolder, isOwn } = looked;
  const { name, isGone, read } = plan;
  const change = plan.outcome.kind === 'change' ? plan.outcome : null;
  const losses = read.problems.filter(isLoss).length;
  const text = (markdown: string): Block => ({ kind: 'text', markdown });
  const open = openQuestions(looked).length;
  const choose = button(say(language, 'import.choose', { count: open }), 'import.unclear', [id, 0]);
  return {
    title: say(language, 'import.title', { name }),
    body: [
      ...(isFromFolder
        ? [text(say(language, isGone ? 'folder.gone' : 'folder.changed', { file: escapeMarkdown(plan.file) }))]
        : []),
      ...(change === null
        ? [text(say(language, 'import.unchanged'))]
        : [
            text(countsLine(language, countsOfDiff(change.diff))),
            ...changesOf(language, change),
            ...unclearBlocks(language, looked),
          ]),
      ...(mayApply ? [] : [text(say(language, 'import.waits'))]),
    ],
    controls: [
      ...(mayApply ? [button(say(language, 'import.apply'), 'import.apply', [id], 'primary')] : []),
      ...(mayApply && questionsOf(looked).length > 0 ? [choose] : []),
      ...linesButton(language, id, read.problems.length - losses, losses),
      ...(mayApply || isOwn ? [button(say(language, 'import.drop'), 'import.drop', [id])] : []),
    ],
  };
}

/** Decks that can be reviewed at once from one answer. */
const MAX_DECKS = 3;

/** Whoever brings notes wants those cards: a button for each deck that came, or for all where nothing did. */
export function reviewButtons(language: Language, decks: readonly DeckRef[]): readonly Control[] {
  const start = say(language, 'review.start');
  if (decks.length === 0) return [button(start, 'review.start', [], 'primary')];
  return decks.slice(0, MAX_DECKS).map(({ deckId, name }, index) => {
    const label = decks.length === 1 ? start : say(language, 'import.review', { name: shorten(name, 50) });
    return button(label, 'review.deck', [refOf(deckId)], index === 0 ? 'primary' : 'plain');
  });
}

/** What has changed, for those who may take it back. */
export function appliedImportView(language: Language, plan: DeckPlan, version: number | null): View {
  const name = escapeMarkdown(plan.name);
  const { outcome } = plan;
  const counts =
    outcome.kind === 'change'
      ? countsLine(language, countsOfDiff(outcome.diff, { isApplied: true }))
      : say(language, 'import.unchanged');
  const deckId = outcome.kind === 'change' ? outcome.change.deck.id : null;
  return {
    tone: 'success',
    body: [{ kind: 'text', markdown: `${say(language, 'import.applied', { name })} ${counts}` }],
    controls: [
      ...reviewButtons(language, deckId === null ? [] : [{ deckId, name: plan.name }]),
      button(say(language, 'help.decks'), 'deck.show'),
      ...(deckId === null || version === null ? [] : undoButtons(language, [{ deckId, version }])),
    ],
  };
}

export function unreadableImportView(language: Language, plan: DeckPlan): View {
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: say(language, 'import.unreadable', { file: escapeMarkdown(plan.file) }) }],
  };
}

export function tooManyCardsView(language: Language, cards: number): View {
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: say(language, 'import.too-many', { cards, max: MAX_CARDS }) }],
  };
}
