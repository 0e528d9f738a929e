import { entryTerm } from '../concept.js';
import { termNames } from '../terms.js';
import { upperFirst } from '../text.js';
import { topicPhrase } from '../topic.js';
import type { Rule } from './rule.js';

const FEWEST_MEMBERS = 2;
const MOST_MEMBERS = 8;

/** "Beneficios de X" with its terms: which ones are they? */
export const categoryList: Rule = (place) => {
  if (place.kind !== 'section' || place.topic.kind !== 'category') return null;
  const items = place.entries.filter((entry) => entry.kind === 'item' && entry.parents.length === 0);
  const terms = items.flatMap((entry) => {
    const term = entryTerm(entry);
    return term && term.separator !== 'verb' && !term.isCode ? [termNames(term.term).name] : [];
  });
  if (terms.length < FEWEST_MEMBERS || terms.length > MOST_MEMBERS || terms.length !== items.length) return null;
  const named = topicPhrase(place.topic);
  const english = place.topic.article === '' ? `the ${named}` : named;
  return [
    {
      kind: 'basic',
      front: place.language === 'es' ? `¿Cuáles son ${named}?` : `What are ${english}?`,
      back: terms.map((term) => `- ${upperFirst(term)}`).join('\n'),
      concept: place.topic.name,
      fact: 'members',
      facet: '',
      line: place.section.line,
    },
  ];
};
