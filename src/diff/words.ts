import type { Card } from '../core/card.js';
import { anySet } from '../language/lists.js';
import { fold } from '../language/text.js';
import { cardWords, hasMeaning } from './similar-words.js';

/**
 * A card taken apart into what it asks about, what it asks, and what it answers. All words are folded, and lists of
 * them sorted but for `inOrder`.
 */
export type CardWords = {
  /** The thing asked about: what stands in bold or as code, else the whole question; the gap of a cloze. */
  readonly subject: readonly string[];
  /** `code`: every sign counts. `gap`: the words that a cloze hides. `question`: nothing stands out in the front. */
  readonly subjectKind: 'term' | 'code' | 'gap' | 'question';
  /** What else the question says, without words such as "what is"; of a cloze, the sentence around its gap. */
  readonly question: string;
  /** What is answered, or a cloze with its gap filled; `meaning` without stop words. */
  readonly inOrder: readonly string[];
  readonly answer: readonly string[];
  readonly meaning: readonly string[];
  /** The whole card as one statement: its words that mean something, once each, without those of its headings' topic. */
  readonly statement: readonly string[];
  readonly isList: boolean;
  /** All headings as one key, the last one, and the words of all that mean something. */
  readonly path: string;
  readonly heading: string;
  readonly headings: readonly string[];
};

/** What asks for nothing in particular: "what is", "what does … do" and "what does … mean" are one question. */
const FRAME = anySet('question frame');
/** The topic before a front that does not name it: `**Dockerfile**: `, `**¿Cómo funciona?** `, `Docker › Imágenes: `. */
const BOLD_PREFIX = /^\*\*[^*\n]{1,120}(?:\*\*:|[?!]\*\*)\s+(?=\S)/u;
const PREFIX = /^([^\n:*]{1,120}):\s+(?=\S)/u;
const BOLD_OR_CODE = /\*\*(.+?)\*\*|`([^`]+)`/gu;
const GAP = '[…]';

function meaningOf(words: readonly string[]): readonly string[] {
  return words.filter(hasMeaning);
}

/** Whether every word that says something stands in the headings: then it is a topic, and the headings have it. */
function isTopic(prefix: string, headings: readonly string[]): boolean {
  const words = meaningOf(cardWords(prefix));
  const known = new Set(headings);
  return words.length > 0 && words.every((word) => known.has(word));
}

/** The front without the topic before it. */
function askedBy({ front }: Card, headings: readonly string[]): string {
  const bold = BOLD_PREFIX.exec(front)?.[0];
  const rest = front.slice(bold?.length ?? 0);
  if (bold !== undefined && /[?[*`]/u.test(rest)) return rest;
  const plain = PREFIX.exec(front);
  return plain && isTopic(plain[1] ?? '', headings) ? front.slice(plain[0].length) : front;
}

type Subject = Pick<CardWords, 'subject' | 'subjectKind' | 'question'>;

function withoutFrame(words: readonly string[]): readonly string[] {
  return words.filter((word) => !FRAME.has(word));
}

function subjectOf(asked: string): Subject {
  const marked = [...asked.matchAll(BOLD_OR_CODE)];
  const bold = marked.filter((match) => match[1] !== undefined);
  const chosen = bold.length > 0 ? bold : marked;
  const text = chosen.map((match) => match[1] ?? match[0]).join(' ');
  const rest = chosen.reduce((left, match) => left.replace(match[0], () => ' '), asked);
  if (chosen.length > 0 && text.includes('`')) {
    const subject = text.replaceAll('`', ' ').trim().split(/\s+/u);
    return { subject, subjectKind: 'code', question: withoutFrame(cardWords(rest)).join(' ') };
  }
  const words = cardWords(text);
  if (words.length > 0) {
    const subject = meaningOf(words);
    return {
      subject: subject.length > 0 ? subject : words,
      subjectKind: 'term',
      question: withoutFrame(cardWords(rest)).join(' '),
    };
  }
  const subject = withoutFrame(meaningOf(cardWords(asked)));
  return { subject, subjectKind: 'question', question: '' };
}

/** Takes a card apart. Pure and rather dear, so call it once for each card. */
export function wordsOfCard(card: Card): CardWords {
  const headings = card.context.flatMap((heading) => meaningOf(cardWords(heading))).sort();
  const asked = askedBy(card, headings);
  const isCloze = card.kind === 'cloze';
  const inOrder = cardWords(isCloze ? asked.replaceAll(GAP, () => card.back) : card.back);
  const answer = [...inOrder].sort();
  const asking: Subject = isCloze
    ? { subject: cardWords(card.back), subjectKind: 'gap', question: cardWords(asked.replaceAll(GAP, ' ')).join(' ') }
    : subjectOf(asked);
  const isNamed = !isCloze && asking.subjectKind !== 'code';
  const named = isNamed ? asking.subject.filter((word) => !headings.includes(word)) : [];
  return {
    ...asking,
    subject: asking.subjectKind === 'code' ? asking.subject : [...asking.subject].sort(),
    inOrder,
    answer,
    meaning: meaningOf(answer),
    statement: [...new Set([...named, ...meaningOf(answer)])].sort(),
    isList: /^(?:[-*]|1\.)\s/u.test(card.back),
    path: card.context.join('\0'),
    heading: fold(card.context.at(-1) ?? ''),
    headings,
  };
}
