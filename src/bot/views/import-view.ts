import type { Block, Form, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { type DeckDiff, MAX_CARDS } from '../../tutor/draft-import.js';
import type { DeckPlan } from '../../tutor/sync-deck.js';
import { button } from '../controls.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';

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
    submitLabel: say(language, 'import.look'),
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

export function countsLine(language: Language, diff: DeckDiff): string {
  return say(language, 'import.counts', {
    added: diff.added.length,
    changed: diff.changed.length,
    moved: diff.moved.length,
    removed: diff.removed.length,
    unchanged: diff.unchanged.length,
  });
}

export function oneLine(text: string): string {
  return escapeMarkdown(shorten(stripMarkdown(text), LINE));
}

/** What changes, card by card, as far as it can be looked through. */
export function changesOf(language: Language, { diff, superseded }: Change): readonly Block[] {
  const lists = [
    { title: 'import.added', items: diff.added.map(({ front, back }) => `${oneLine(front)} → ${oneLine(back)}`) },
    {
      title: 'import.changed',
      items: diff.changed
        .filter((pair) => !superseded.includes(pair))
        .map(({ before, after }) => `~~${oneLine(before.front)}~~ ${oneLine(after.front)} → ${oneLine(after.back)}`),
    },
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

function skippedLine(language: Language, plan: DeckPlan): string {
  const skipped = plan.read.problems.length;
  return skipped === 0 ? '' : say(language, 'import.skipped', { count: skipped });
}

/** The difference, before anything has changed. */
export function draftedImportView(
  language: Language,
  { id, plan }: { readonly id: string; readonly plan: DeckPlan },
  mayApply: boolean,
): View {
  const name = plan.read.deck?.name ?? plan.file;
  const change = plan.outcome.kind === 'change' ? plan.outcome : null;
  const footer = skippedLine(language, plan);
  return {
    title: say(language, 'import.title', { name }),
    body: [
      ...(change === null
        ? []
        : [{ kind: 'text', markdown: countsLine(language, change.diff) } as const, ...changesOf(language, change)]),
      ...(mayApply ? [] : [{ kind: 'text', markdown: say(language, 'import.waits') } as const]),
    ],
    controls: mayApply
      ? [
          button(say(language, 'import.apply'), 'import.apply', [id], 'primary'),
          button(say(language, 'import.drop'), 'import.drop', [id]),
        ]
      : [],
    ...(footer === '' ? {} : { footer }),
  };
}

/** What has changed. */
export function appliedImportView(language: Language, plan: DeckPlan): View {
  const name = escapeMarkdown(plan.read.deck?.name ?? plan.file);
  const counts =
    plan.outcome.kind === 'change' ? countsLine(language, plan.outcome.diff) : say(language, 'import.unchanged');
  return {
    tone: 'success',
    body: [{ kind: 'text', markdown: `${say(language, 'import.applied', { name })} ${counts}` }],
    controls: [
      button(say(language, 'review.start'), 'review.start', [], 'primary'),
      button(say(language, 'help.decks'), 'deck.show'),
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
