import type { StoredCard } from '../core/card.js';
import type { Language } from '../core/language.js';
import { grammarOf } from '../language/grammars.js';
import { languageOf } from '../language/language-of.js';
import { anySet } from '../language/lists.js';
import { fold, plainMarkdown, tidy, wholeWords } from '../language/text.js';
import { type AnswerShape, shapeOf } from './answer-shape.js';
import { contentStems } from './content-stems.js';
import { optionText } from './option-text.js';

/** What a card must have for its answer to stand among others. */
export type ComparedCard = Pick<
  StoredCard,
  'id' | 'kind' | 'front' | 'back' | 'choices' | 'context' | 'passageId' | 'deckId' | 'position' | 'paused'
>;

/** What is known of a card when it is compared with others. Computed once for each card. */
export type CardFacts = {
  readonly card: ComparedCard;
  readonly language: Language;
  /** What is asked about, as Markdown: `**Docker**` gives "Docker"; `null` where the question marks nothing. */
  readonly term: string | null;
  /** The question with a hole for its term, so that "What is A?" and "What is B?" are the same. */
  readonly frame: string;
  /** The question with a blank for its term and the article before it. */
  readonly holed: string;
  /** Whether an article stands before the term: the name of a sort of things, not of one. */
  readonly isCommon: boolean;
  /** How many things the question marks: a cell of a table its column and its row. */
  readonly marks: number;
  /** Whether it is asked what the term is. */
  readonly isDefinition: boolean;
  /** Stems of what is asked about: of the term, or of the whole question. */
  readonly subject: ReadonlySet<string>;
  /** Stems of the whole question. */
  readonly asked: ReadonlySet<string>;
  /** The answer as one line of Markdown; `null` where it is too long, or a list. */
  readonly answer: string | null;
  readonly shape: AnswerShape;
  /** Stems of the answer. */
  readonly told: ReadonlySet<string>;
};

const PREFIX = /^\*\*[^*]+(?:[?:]\*\*|\*\*:)\s*(?=.)/u;
const MARKED = /\*\*([^*]+)\*\*|`([^`]+)`/gu;
const HOLE = '_';
const ARTICLES = anySet('articles');
const IS = anySet('is');

const known = new WeakMap<ComparedCard, CardFacts>();

export function factsOf(card: ComparedCard): CardFacts {
  const kept = known.get(card);
  if (kept !== undefined) return kept;
  const facts = readFacts(card);
  known.set(card, facts);
  return facts;
}

function readFacts(card: ComparedCard): CardFacts {
  const language = languageOf(`${card.front} ${card.back}`, 'es');
  const question = card.front.replace(PREFIX, '');
  const term = markedIn(question);
  const answer = optionText(card.back, term);
  const asked = contentStems(card.front, language);
  const told = contentStems(answer ?? card.back, language);
  return {
    card,
    language,
    term,
    ...blankOf(question, term),
    marks: [...question.matchAll(MARKED)].length,
    isDefinition: card.kind !== 'cloze' && isDefinition(question, term, language),
    subject: term === null ? asked : contentStems(term, language),
    asked,
    answer,
    shape: shapeOf(answer ?? '', language),
    told,
  };
}

/** The last thing that a question marks in bold or as code. */
function markedIn(question: string): string | null {
  const marked = [...question.matchAll(MARKED)].at(-1)?.[0] ?? null;
  return marked === null ? null : marked.replace(/^\*\*|\*\*$/gu, '');
}

/** Whether it is asked what a term is, and nothing of it. */
function isDefinition(question: string, term: string | null, language: Language): boolean {
  const isOnly = [...question.matchAll(MARKED)].length === 1;
  const isLast = term !== null && /^[*`]*\?*\s*$/u.test(question.slice(question.indexOf(term) + term.length));
  return isOnly && isLast && grammarOf(language).titles.askedThing(plainMarkdown(question)) !== null;
}

function blankOf(question: string, term: string | null): Pick<CardFacts, 'frame' | 'holed' | 'isCommon'> {
  const frame = frameOf(question, term);
  if (term === null) return { frame, holed: question, isCommon: false };
  const [before = '', after = ''] = question.split(term.startsWith('`') ? term : `**${term}**`);
  const words = before.trimEnd().split(' ');
  const isCommon = ARTICLES.has(fold(words.at(-1) ?? ''));
  const holed = `${(isCommon ? words.slice(0, -1) : words).join(' ')} \\_\\_\\_${after}`;
  return { frame, holed, isCommon };
}

function frameOf(question: string, term: string | null): string {
  const holed = term === null ? question : question.replace(term, ` ${HOLE} `);
  const words = wholeWords(tidy(plainMarkdown(holed)));
  // "es" and "son" ask the same of one thing and of several; the article goes with the term.
  return words
    .map((word) => (IS.has(word) ? 'is' : word))
    .filter((word) => !ARTICLES.has(word))
    .join(' ');
}
