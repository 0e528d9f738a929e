import { spanishQuestionOf } from '../asked.js';
import { firstWords } from '../clause.js';
import { saidPurpose } from '../purpose.js';
import { lowerFirst } from '../text.js';
import { bareInfinitive, SPANISH_INFINITIVES, SPANISH_VERBS } from './words.js';

const INFINITIVE = /^[a-z]{2,}[aei]r(?:se|l[oae]s?)?$/u;
/** "Se usa para …", "Para …": what stands before a purpose. */
const LEADS_IN =
  /^(?:(?:con\s+)?(?:este|el siguiente)\s+comando\s+(?:sirve\s+|se usa\s+|permite\s+)?|se\s+(?:usa|utiliza)\s+|sirve\s+)?(?:para\s+)/iu;

/** "Listar los pods" → "¿Qué comando sirve para listar los pods?"; `null` for what names nothing to be done. */
export function spanishPurpose(said: string, isCommand: boolean): string | null {
  const text = saidPurpose(said);
  if (text === null) return null;
  const thing = isCommand ? 'comando' : 'código';
  const action = text.replace(LEADS_IN, '');
  const [first = ''] = firstWords(action, 1);
  const isInfinitive = SPANISH_INFINITIVES.has(bareInfinitive(first)) || (action !== text && INFINITIVE.test(first));
  if (isInfinitive && action.includes(' ')) {
    return spanishQuestionOf(`qué ${thing} sirve para`, `**${lowerFirst(action)}**`);
  }
  const form = SPANISH_VERBS.get(first);
  return form?.number === 'sg' && action === text ? spanishQuestionOf(`qué ${thing}`, `**${lowerFirst(text)}**`) : null;
}
