import type { Block, Control, View } from '../../chat/port.js';
import type { Passage } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import type { Explanation, Memory, NotFound, Topic } from '../../tutor/explain-concept.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { dayWords, shorten } from '../words.js';

/** Longest label that every platform shows whole (Slack's 75 is the smallest limit). */
const MAX_LABEL = 60;

/** "*Docker › Dockerfile · docker.md, line 81*" */
export function sourceLine(language: Language, passage: Pick<Passage, 'headings' | 'source'>): string {
  return say(language, 'explain.source', {
    path: escapeMarkdown(passage.headings.join(' › ')),
    file: escapeMarkdown(passage.source.file),
    line: passage.source.line,
  });
}

function passageBlocks(language: Language, passage: Passage): readonly Block[] {
  return [{ kind: 'text', markdown: passage.body.trim() === '' ? say(language, 'explain.empty') : passage.body }];
}

function memoryLine(language: Language, memory: Memory): string | null {
  switch (memory.kind) {
    case 'no-cards':
      return null;
    case 'not-yet':
      return say(language, 'explain.memory.not-yet', { cards: memory.cards });
    case 'learning': {
      const last = dayWords(language, memory.lastOn, memory.today);
      if (memory.due <= memory.today) return say(language, 'explain.memory.due', { last });
      return say(language, 'explain.memory.learning', { last, due: dayWords(language, memory.due, memory.today) });
    }
  }
}

/** The notes' own words with their source, what the learner remembers of them, and where to go from here. */
export function explainView(language: Language, found: Explanation): View {
  const { passage, memory, related } = found;
  const hasCards = memory.kind !== 'no-cards';
  const memoryText = memoryLine(language, memory);
  const controls: Control[] = [
    ...(memory.kind === 'not-yet'
      ? [button(say(language, 'explain.add'), 'explain.add', [passage.id], 'primary')]
      : []),
    ...(hasCards ? [button(say(language, 'explain.quiz'), 'explain.quiz', [passage.id])] : []),
    button(say(language, 'explain.share'), 'explain.share', [passage.id]),
    ...related.map((other) => relatedButton(language, other)),
  ];
  return {
    title: passage.title,
    body: passageBlocks(language, passage),
    controls,
    footer: footerOf([sourceLine(language, passage), memoryText, fallbackLine(language, found)]),
  };
}

function footerOf(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n\n');
}

/** Why these are the notes' own words where a language model is wont to answer. */
function fallbackLine(language: Language, { fallback }: Explanation): string | null {
  return fallback === null ? null : `*${say(language, `answer.fallback.${fallback}`)}*`;
}

function relatedButton(language: Language, other: Passage): Control {
  const title = shorten(other.title, MAX_LABEL - 15);
  return button(say(language, 'explain.related', { title }), 'explain.open', [other.id]);
}

/** The same for everyone in a channel: no memory of the person who asked. */
export function answerView(language: Language, found: Explanation): View {
  const { passage, related } = found;
  return {
    title: passage.title,
    body: passageBlocks(language, passage),
    controls: [
      button(say(language, 'explain.quiz'), 'explain.quiz', [passage.id]),
      ...related.map((other) => relatedButton(language, other)),
    ],
    footer: footerOf([sourceLine(language, passage), fallbackLine(language, found)]),
  };
}

/** A passage that somebody shows to everyone. */
export function sharedView(language: Language, found: Explanation, name: string): View {
  const answer = answerView(language, { ...found, related: [] });
  const shared = { kind: 'text', markdown: say(language, 'explain.shared', { name: escapeMarkdown(name) }) } as const;
  return { ...answer, body: [shared, ...answer.body] };
}

/** Topics of the notes to choose from. */
function topicSelect(language: Language, topics: readonly Topic[]): readonly Control[] {
  if (topics.length === 0) return [];
  const options = topics.map(({ title, passageId }) => ({ label: shorten(title, MAX_LABEL), value: passageId }));
  return [
    { kind: 'select', label: say(language, 'explain.topics'), action: { action: 'explain.open', args: [] }, options },
  ];
}

/** The answer to a question that was left out. */
function blankView(language: Language, { topics }: NotFound): View {
  const markdown = say(language, topics.length > 0 ? 'explain.blank' : 'explain.not-found.empty');
  return { body: [{ kind: 'text', markdown }], controls: topicSelect(language, topics) };
}

export function notFoundView(language: Language, missing: NotFound): View {
  if (missing.query === '') return blankView(language, missing);
  const lines = [say(language, 'explain.not-found', { query: escapeMarkdown(shorten(missing.query, 120)) })];
  lines.push(say(language, missing.near.length > 0 ? 'explain.not-found.near' : 'explain.not-found.empty'));
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: lines.join(' ') }],
    controls: [
      ...missing.near.map((near) => button(shorten(near.title, MAX_LABEL), 'explain.open', [near.passageId])),
      ...topicSelect(language, missing.topics),
    ],
  };
}
