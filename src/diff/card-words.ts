import { type Card, CLOZE_GAP } from '../core/card.js';
import { anySet } from '../language/lists.js';
import { fold } from '../language/text.js';
import { cardWords, isContentWord } from './similar-words.js';

/**
 * A card split into its subject, its question and its answer. All words are folded; all lists of them are sorted, except
 * `answerInOrder`.
 */
export type CardWords = {
  /** What is asked about: the text in bold or code, else the whole question; the hidden words of a cloze. */
  readonly subject: readonly string[];
  /** `code`: compared exactly. `gap`: the hidden words of a cloze. `question`: the front has no bold text and no code. */
  readonly subjectKind: 'term' | 'code' | 'gap' | 'question';
  /** The rest of the question, without words such as "what is"; of a cloze, the sentence around its gap. */
  readonly question: string;
  /** The words of the answer, or of a cloze with its gap filled; `meaning` is without stop words. */
  readonly answerInOrder: readonly string[];
  readonly answer: readonly string[];
  readonly meaning: readonly string[];
  /** The content words of subject and answer, each once, without those of the headings. */
  readonly statement: readonly string[];
  readonly isList: boolean;
  /** All headings as one key, the last heading, and the content words of all. */
  readonly path: string;
  readonly heading: string;
  readonly headings: readonly string[];
};

/** Words of "what is", "what does … do" and "what does … mean", which all ask the same. */
const QUESTION_FRAME = anySet('question frame');
/** A topic in front of the question: `**Dockerfile**: `, `**¿Cómo funciona?** `, `Docker › Imágenes: `. */
const BOLD_PREFIX = /^\*\*[^*\n]{1,120}(?:\*\*:|[?!]\*\*)\s+(?=\S)/u;
const PREFIX = /^([^\n:*]{1,120}):\s+(?=\S)/u;
const BOLD_OR_CODE = /\*\*(.+?)\*\*|`([^`]+)`/gu;

function contentWordsOf(words: readonly string[]): readonly string[] {
  return words.filter(isContentWord);
}

/** Whether all content words of a prefix are in the headings, which makes it a topic. */
function isTopic(prefix: string, headings: readonly string[]): boolean {
  const words = contentWordsOf(cardWords(prefix));
  const known = new Set(headings);
  return words.length > 0 && words.every((word) => known.has(word));
}

/** The front without a topic before the question. */
function withoutTopicPrefix({ front }: Card, headings: readonly string[]): string {
  const bold = BOLD_PREFIX.exec(front)?.[0];
  const rest = front.slice(bold?.length ?? 0);
  if (bold !== undefined && /[?[*`]/u.test(rest)) return rest;
  const plain = PREFIX.exec(front);
  return plain && isTopic(plain[1] ?? '', headings) ? front.slice(plain[0].length) : front;
}

type Subject = Pick<CardWords, 'subject' | 'subjectKind' | 'question'>;

function withoutFrame(words: readonly string[]): readonly string[] {
  return words.filter((word) => !QUESTION_FRAME.has(word));
}

function readSubject(question: string): Subject {
  const marked = [...question.matchAll(BOLD_OR_CODE)];
  const bold = marked.filter((match) => match[1] !== undefined);
  const chosen = bold.length > 0 ? bold : marked;
  const text = chosen.map((match) => match[1] ?? match[0]).join(' ');
  const rest = chosen.reduce((left, match) => left.replace(match[0], () => ' '), question);
  if (chosen.length > 0 && text.includes('`')) {
    const subject = text.replaceAll('`', ' ').trim().split(/\s+/u);
    return { subject, subjectKind: 'code', question: withoutFrame(cardWords(rest)).join(' ') };
  }
  const words = cardWords(text);
  if (words.length > 0) {
    const subject = contentWordsOf(words);
    return {
      subject: subject.length > 0 ? subject : words,
      subjectKind: 'term',
      question: withoutFrame(cardWords(rest)).join(' '),
    };
  }
  const subject = withoutFrame(contentWordsOf(cardWords(question)));
  return { subject, subjectKind: 'question', question: '' };
}

/** Splits a card into its words. Pure but expensive: call it once for each card. */
export function readCardWords(card: Card): CardWords {
  const headings = card.context.flatMap((heading) => contentWordsOf(cardWords(heading))).sort();
  const question = withoutTopicPrefix(card, headings);
  const isCloze = card.kind === 'cloze';
  const answerInOrder = cardWords(isCloze ? question.replaceAll(CLOZE_GAP, () => card.back) : card.back);
  const answer = [...answerInOrder].sort();
  const asking: Subject = isCloze
    ? {
        subject: cardWords(card.back),
        subjectKind: 'gap',
        question: cardWords(question.replaceAll(CLOZE_GAP, ' ')).join(' '),
      }
    : readSubject(question);
  const isNamed = !isCloze && asking.subjectKind !== 'code';
  const named = isNamed ? asking.subject.filter((word) => !headings.includes(word)) : [];
  return {
    ...asking,
    subject: asking.subjectKind === 'code' ? asking.subject : [...asking.subject].sort(),
    answerInOrder,
    answer,
    meaning: contentWordsOf(answer),
    statement: [...new Set([...named, ...contentWordsOf(answer)])].sort(),
    isList: /^(?:[-*]|1\.)\s/u.test(card.back),
    path: card.context.join('\0'),
    heading: fold(card.context.at(-1) ?? ''),
    headings,
  };
}
