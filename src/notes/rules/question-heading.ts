import type { Language } from '../../core/language.js';
import { MAX_BACK_WORDS } from '../guards.js';
import { countWords, escapeMarkdown, upperFirst } from '../text.js';
import { cleanTitle, isBareQuestion, isQuestion, type Topic, topicPhrase } from '../topic.js';
import type { Rule } from './rule.js';

const MOST_POINTS = 7;

/** A heading as a whole question: "Qué es Docker?" → "¿Qué es Docker?". */
function asQuestion(title: string, isSpanish: boolean): string {
  const bare = title.replace(/^¿\s*/u, '').replace(/\s*\?*$/u, '');
  return isSpanish ? `¿${upperFirst(bare)}?` : `${upperFirst(bare)}?`;
}

/** "¿Qué es?" under the heading of the thing. */
function whatIs(topic: Topic, language: Language): string {
  if (language === 'en') return `What ${topic.number === 'pl' ? 'are' : 'is'} ${topicPhrase(topic)}?`;
  return `¿Qué ${topic.number === 'pl' ? 'son' : 'es'} ${topicPhrase(topic)}?`;
}

/** A heading that asks, answered by what stands under it where that is short enough for one answer. */
export const questionHeading: Rule = (place) => {
  if (place.kind !== 'section') return null;
  const title = cleanTitle(place.section.title);
  if (!isQuestion(title) || (isBareQuestion(title) && place.topic.kind !== 'thing')) return null;
  const points = place.entries.filter((entry) => entry.parents.length === 0 && countWords(entry.inline.text) > 0);
  const words = points.reduce((sum, entry) => sum + countWords(entry.inline.text), 0);
  if (points.length === 0 || points.length > MOST_POINTS || words > MAX_BACK_WORDS) return null;
  if (points.some((entry) => entry.inline.text.endsWith('?'))) return null;
  const texts = points.map((entry) => entry.inline.text);
  const isList = points.length > 1 && points.every((entry) => entry.kind === 'item');
  return [
    {
      kind: 'basic',
      front: isBareQuestion(title)
        ? whatIs(place.topic, place.language)
        : escapeMarkdown(asQuestion(title, place.language === 'es')),
      back: isList ? texts.map((text) => `- ${text}`).join('\n') : texts.join(' '),
      concept: title,
      fact: 'all',
      facet: '',
      line: place.section.line,
    },
  ];
};
