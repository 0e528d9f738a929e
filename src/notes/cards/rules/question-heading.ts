import { isBareQuestion, isQuestion } from '../../../language/any/titles.js';
import type { Grammar } from '../../../language/grammar.js';
import { proseSentences, withoutStop } from '../../../language/sentences.js';
import { countReadable, countWords, escapeMarkdown } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { MAX_BACK_WORDS } from '../refusals.js';
import type { Rule, SectionPlace } from '../rule.js';
import { cleanTitle, topicPhrase } from '../topic.js';
import { opensWithPointer } from './pointers.js';

const MOST_POINTS = 7;
/** Sentences of a paragraph answer a heading up to this many words. */
const PROSE_ANSWER_WORDS = 40;

type Answer = { readonly back: string; readonly covers: readonly Entry[] };

/** The first sentences of the paragraph under the heading. */
function proseAnswer(entry: Entry, grammar: Grammar): Answer | null {
  const told: string[] = [];
  let words = 0;
  for (const sentence of proseSentences(entry.inline.text)) {
    words += countWords(sentence);
    if (told.length > 0 && words > PROSE_ANSWER_WORDS) break;
    told.push(sentence);
  }
  const back = told.join(' ');
  const says = countWords(back) >= 3 && countWords(back) <= MAX_BACK_WORDS && !/[:?]$/u.test(back);
  return says && !opensWithPointer(back, grammar) ? { back, covers: [entry] } : null;
}

/** What stands under the heading, where that is short enough for one answer. */
function answerOf({ entries, grammar }: SectionPlace): Answer | null {
  const top = entries.filter((entry) => entry.parents.length === 0 && countReadable(entry.inline.text) > 0);
  const points = top.filter((entry) => entry.checked === null && entry.inline.linked < entry.inline.text.length / 2);
  const [first] = points;
  if (!first || points.some((entry) => entry.inline.text.endsWith('?'))) return null;
  if (first.kind === 'paragraph' && !first.inline.text.endsWith(':')) return proseAnswer(first, grammar);
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
  const { ask } = place.grammar;
  const asked = isBareQuestion(title) ? ask.whatIs(topicPhrase(place.topic), place.topic.number) : ask.title(title);
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
