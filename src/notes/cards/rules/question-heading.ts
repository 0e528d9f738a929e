import type { Language } from '../../../core/language.js';
import { isQuestion } from '../../../language/question-title.js';
import { askHow, clauseOf } from '../../../language/questions.js';
import { proseSentences, withoutStop } from '../../../language/sentences.js';
import { isNominal } from '../../../language/subject.js';
import { countReadable, countWords, escapeMarkdown, upperFirst } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { MAX_BACK_WORDS } from '../refusals.js';
import type { Rule, SectionPlace } from '../rule.js';
import { cleanTitle, isBareQuestion, type Topic, topicPhrase } from '../topic.js';
import { opensWithPointer } from './pointers.js';

const MOST_POINTS = 7;
/** Sentences of a paragraph answer a heading up to this many words. */
const PROSE_ANSWER_WORDS = 40;

/** A heading as a whole question: "Qué es Docker?" → "¿Qué es Docker?", "Why it fails" → `null`. */
function asQuestion(title: string, isSpanish: boolean): string | null {
  const bare = title.replace(/^¿\s*/u, '').replace(/\s*\?*$/u, '');
  if (isSpanish) return `¿${upperFirst(bare)}?`;
  const [, why = '', told = ''] = /^(why|how|when|where)\s+(.+)$/iu.exec(bare) ?? [];
  return why === '' || ASKS.test(told) ? `${upperFirst(bare)}?` : turned(why, told);
}

const ASKS = /^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|must|to|much|many|often|long)\s/iu;

/** "Why Lean prefers pull" → "Why does Lean prefer pull?". */
function turned(why: string, told: string): string | null {
  const clause = clauseOf(told, 'en');
  if (!clause?.subject || !isNominal(clause.subject, 'en')) return null;
  return askHow(why, clause, { phrase: clause.subject, number: 'sg', own: true });
}

/** "¿Qué es?" under the heading of the thing. */
function whatIs(topic: Topic, language: Language): string {
  if (language === 'en') return `What ${topic.number === 'pl' ? 'are' : 'is'} ${topicPhrase(topic)}?`;
  return `¿Qué ${topic.number === 'pl' ? 'son' : 'es'} ${topicPhrase(topic)}?`;
}

type Answer = { readonly back: string; readonly covers: readonly Entry[] };

/** The first sentences of the paragraph under the heading. */
function proseAnswer(entry: Entry, language: Language): Answer | null {
  const told: string[] = [];
  let words = 0;
  for (const sentence of proseSentences(entry.inline.text)) {
    words += countWords(sentence);
    if (told.length > 0 && words > PROSE_ANSWER_WORDS) break;
    told.push(sentence);
  }
  const back = told.join(' ');
  const says = countWords(back) >= 3 && countWords(back) <= MAX_BACK_WORDS && !/[:?]$/u.test(back);
  return says && !opensWithPointer(back, language) ? { back, covers: [entry] } : null;
}

/** What stands under the heading, where that is short enough for one answer. */
function answerOf({ entries, language }: SectionPlace): Answer | null {
  const top = entries.filter((entry) => entry.parents.length === 0 && countReadable(entry.inline.text) > 0);
  const points = top.filter((entry) => entry.checked === null && entry.inline.linked < entry.inline.text.length / 2);
  const [first] = points;
  if (!first || points.some((entry) => entry.inline.text.endsWith('?'))) return null;
  if (first.kind === 'paragraph' && !first.inline.text.endsWith(':')) return proseAnswer(first, language);
  const items = points.filter((entry) => entry.kind === 'item');
  const words = points.reduce((sum, entry) => sum + countWords(entry.inline.text), 0);
  if (items.length === 0 || points.length > MOST_POINTS + 1 || words > MAX_BACK_WORDS) return null;
  const isWhole = points.every((entry) => entry.kind === 'item' || entry === first);
  if (!isWhole) return null;
  const lines = items.map((entry) => (items.length > 1 ? `- ${withoutStop(entry.inline.text)}` : entry.inline.text));
  const lead = first.kind === 'paragraph' ? [first.inline.text] : [];
  return { back: [...lead, ...lines].join('\n'), covers: points };
}

/** A heading that asks, answered by what stands under it where that is short enough for one answer. */
export const questionHeading: Rule = (place) => {
  if (place.kind !== 'section' || place.section.path.length === 0) return null;
  const title = cleanTitle(place.section.title);
  if (!isQuestion(title) || (isBareQuestion(title) && place.topic.kind !== 'thing')) return null;
  const answer = answerOf(place);
  const asked = isBareQuestion(title)
    ? whatIs(place.topic, place.language)
    : asQuestion(title, place.language === 'es');
  if (!answer || asked === null) return null;
  return [
    {
      kind: 'basic',
      front: isBareQuestion(title) ? asked : escapeMarkdown(asked),
      ...answer,
      concept: title,
      fact: 'all',
      facet: '',
      line: place.section.line,
    },
  ];
};
