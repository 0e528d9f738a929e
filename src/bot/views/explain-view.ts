import type { Block, Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { AmbiguousConcept, Explanation, Memory } from '../../tutor/ask/explain-concept.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { dayWords, shortenLabel } from '../words.js';
import { footerOf } from './footer.js';
import { moreSelect } from './more-select.js';
import { readingsLine } from './readings-line.js';
import { sourceLine } from './source-line.js';

/** How much of each meaning is shown where somebody has to choose. */
const GLIMPSE = 120;

function passageBlocks(language: Language, { passage, layout }: Explanation): readonly Block[] {
  if (passage.body.trim() === '') return [{ kind: 'text', markdown: say(language, 'explain.empty') }];
  const texts = [layout.body, layout.more].filter((markdown) => markdown !== '');
  return texts.map((markdown) => ({ kind: 'text', markdown }));
}

function memoryLine(language: Language, memory: Memory): string | null {
  switch (memory.kind) {
    case 'no-cards':
      return null;
    case 'not-yet':
      return say(language, 'explain.memory.not-yet', { cards: memory.cards });
    case 'next':
      return say(language, 'explain.memory.next', { cards: memory.cards });
    case 'learning': {
      const last = dayWords(language, memory.lastOn, memory.today);
      const due = dayWords(language, memory.due, memory.today);
      const isDue = memory.due <= memory.today;
      if (memory.missed)
        return say(language, isDue ? 'explain.memory.missed.due' : 'explain.memory.missed', { last, due });
      return say(language, isDue ? 'explain.memory.due' : 'explain.memory.learning', { last, due });
    }
  }
}

/** The notes' own words with their source, the learner's progress on them, and next steps. */
export function explainView(language: Language, found: Explanation): View {
  const { passage, memory, related } = found;
  const hasCards = memory.kind !== 'no-cards';
  const memoryText = memoryLine(language, memory);
  const controls: Control[] = [
    ...(memory.kind === 'not-yet'
      ? [button(say(language, 'explain.add'), 'explain.add', [passage.id], 'primary')]
      : []),
    ...(memory.kind === 'next' ? [button(say(language, 'review.start'), 'review.start', [], 'primary')] : []),
    ...(hasCards ? [button(say(language, 'explain.quiz'), 'explain.quiz', [passage.id])] : []),
    button(say(language, 'explain.share'), 'explain.share', [passage.id]),
    ...moreSelect(language, related, found.question),
  ];
  return {
    title: passage.title,
    body: passageBlocks(language, found),
    controls,
    footer: footerOf([sourceLine(language, passage), memoryText, readingsLine(language, found.readings)]),
  };
}

/** The same for everyone in a channel: no memory of the person who asked. */
export function publicExplanationView(language: Language, found: Explanation): View {
  const { passage, related } = found;
  return {
    title: passage.title,
    body: passageBlocks(language, found),
    controls: [
      button(say(language, 'explain.quiz'), 'explain.quiz', [passage.id]),
      ...moreSelect(language, related, found.question),
    ],
    footer: footerOf([sourceLine(language, passage), readingsLine(language, found.readings)]),
  };
}

/** A passage that somebody shows to everyone, in the language of the notes, which everybody here reads. */
export function sharedView(found: Explanation, name: string): View {
  const { language } = found.passage;
  const answer = publicExplanationView(language, { ...found, related: [] });
  const shared = { kind: 'text', markdown: say(language, 'explain.shared', { name: escapeInline(name) }) } as const;
  return { ...answer, body: [shared, ...answer.body] };
}

/** Asks which of several things with one name is meant. */
export function severalView(language: Language, { query, meanings }: AmbiguousConcept): View {
  const glimpse = (body: string) => escapeInline(shortenLabel(stripMarkdown(body), GLIMPSE));
  return {
    body: [
      {
        kind: 'text',
        markdown: say(language, 'explain.several', { query: escapeInline(shortenLabel(query, GLIMPSE)) }),
      },
      {
        kind: 'rows',
        rows: meanings.map(({ id, headings, title, body }) => ({
          markdown: `**${escapeInline(whereOf(headings, title))}**: ${glimpse(body)}`,
          controls: [button(say(language, 'explain.this-one'), 'explain.open', [id])],
        })),
      },
    ],
  };
}

/** The title with the heading above it, where that adds something. */
function whereOf(headings: readonly string[], title: string): string {
  const own = headings.at(-1);
  const above = own === title ? headings.at(-2) : own;
  return above === undefined ? title : `${title} · ${above}`;
}
