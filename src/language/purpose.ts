import type { Language } from '../core/language.js';
import { englishQuestionOf, spanishQuestionOf } from './asked.js';
import { firstWords } from './clause.js';
import { ENGLISH_BASE, ENGLISH_NOUN_FORMS, ENGLISH_THIRD_PERSON } from './english/words.js';
import { SPANISH_INFINITIVES, SPANISH_VERBS } from './spanish/words.js';
import { lowerFirst } from './text.js';

const LONGEST_PURPOSE_WORDS = 18;
const INFINITIVE = /^[a-z]{2,}[aei]r(?:se|l[oae]s?)?$/u;
/** "Se usa para …", "This command is used to …", "To …", "Para …": what stands before a purpose. */
const LEADS_IN = {
  es: /^(?:(?:con\s+)?(?:este|el siguiente)\s+comando\s+(?:sirve\s+|se usa\s+|permite\s+)?|se\s+(?:usa|utiliza)\s+|sirve\s+)?(?:para\s+)/iu,
  en: /^(?:(?:use\s+)?(?:this|the following)(?:\s+command)?\s+(?:is used\s+)?|used\s+)?(?:to|for)\s+/iu,
} as const;

/** "To list them, run this command": what stands before the comma is the purpose. */
const TELLS_HOW =
  /,\s+(?:ejecut|us[aeo]|utili|pod[ae]|pued|hac|escrib|introdu|tecle|lanz|basta|run\b|use\b|you\b|we\b|type\b|execute\b|do\b|enter\b|just\b).*$/iu;
const POINTS = /(?<!\p{L})(?:dich[oa]s?|est[eao]s?|es[eao]s?|this|these|those)(?!\p{L})/iu;

/** "Listar los pods" → "¿Qué comando sirve para listar los pods?"; `null` for what names nothing to be done. */
function spanishPurpose(text: string, thing: string): string | null {
  const action = text.replace(LEADS_IN.es, '');
  const [first = ''] = firstWords(action, 1);
  const bare = first.replace(/(?:se|l[oae]s?)$/u, '');
  const isInfinitive = SPANISH_INFINITIVES.has(bare) || (action !== text && INFINITIVE.test(first));
  if (isInfinitive && action.includes(' ')) {
    return spanishQuestionOf(`qué ${thing} sirve para`, `**${lowerFirst(action)}**`);
  }
  const form = SPANISH_VERBS.get(first);
  return form?.number === 'sg' && action === text ? spanishQuestionOf(`qué ${thing}`, `**${lowerFirst(text)}**`) : null;
}

/** "List the pods" → "Which command do you use to list the pods?". */
function englishPurpose(text: string, thing: string): string | null {
  const action = text.replace(LEADS_IN.en, '');
  const [first = '', second = ''] = firstWords(action, 2);
  const isBase = ENGLISH_BASE.has(first) || /^(?:log|set|ssh|exec|unzip|untar|ping|curl)$/u.test(first);
  if (isBase && second !== '' && !/^(?:of|is|are|was|has|and)$/u.test(second)) {
    return englishQuestionOf(`which ${thing} do you use to`, `**${lowerFirst(action)}**`);
  }
  const isVerb = ENGLISH_THIRD_PERSON.has(first) && !ENGLISH_NOUN_FORMS.has(first);
  return isVerb && action === text && second !== ''
    ? englishQuestionOf(`which ${thing}`, `**${lowerFirst(text)}**`)
    : null;
}

/** The question for the command or the code that does something, or `null` where the text names no purpose. */
export function askPurpose(text: string, isCommand: boolean, language: Language): string | null {
  const purpose = text
    .replace(/[\s.:;]+$/u, '')
    .replace(/^[^:`]{1,60}:\s+(?=\p{L})/u, '')
    .replace(TELLS_HOW, '');
  if (POINTS.test(purpose)) return null;
  if (purpose.split(/\s+/u).length > LONGEST_PURPOSE_WORDS || /[?¿]/u.test(purpose)) return null;
  if (language === 'es') return spanishPurpose(purpose, isCommand ? 'comando' : 'código');
  return englishPurpose(purpose, isCommand ? 'command' : 'code');
}
