import type { Language } from '../core/language.js';

/**
 * Words that carry grammar, not meaning, folded. They are dropped from questions only, and only those of the
 * question's own language: `a`, `me`, `he` mean different things in Spanish and English, and notes are indexed whole.
 * Negations stay: "no" can be what a question is about.
 */
const ENGLISH = `a an the this that these those some any each every either both all such same other another
i me my mine you your yours he him his she her hers it its we us our ours they them their theirs one ones
who whom whose which what when where why how
am is are was were be been being do does did done doing have has had having will would shall should can could may
might must ought of in on at by for with about against between into through during before after above below to from
up down out off over under again further then once here there and but or nor if because as until while than so too
very just also only own s t d ll re ve m please vs versus`;

const SPANISH = `a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por segun sin sobre
tras el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto
eso aquello yo me mi mis mio mia tu te ti tus tuyo su sus suyo suya se le les nos nosotros nuestra nuestro nuestras
nuestros ella ellas ellos usted ustedes os vosotros vuestro vuestra cual cuales cuando cuanto cuanta cuantos cuantas
quien quienes que cuyo cuya cuyos cuyas donde adonde como porque pues si y e o u ni pero mas aunque sino tambien ya
es son era eran fue fueron ser sido siendo soy somos sea sean seria estar esta estan estaba estaban estado
estuvo he ha han has hay habia habian haber habido hubo tiene tienen tenia tenian tener tuvo tuvieron
puede pueden podia poder pudo debe deben muy tan tanto mucho otro otra otros otras cada todo toda todos todas algun
alguna algunos algunas mismo misma mismos mismas favor vs versus`;

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

export const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: listed(ENGLISH),
  es: listed(SPANISH),
};

/** The language that a question's function words speak for, or `null` where they do not tell. */
export function guessLanguage(words: readonly string[]): Language | null {
  let balance = 0;
  for (const word of words) balance += (FUNCTION_WORDS.es.has(word) ? 1 : 0) - (FUNCTION_WORDS.en.has(word) ? 1 : 0);
  if (balance === 0) return null;
  return balance > 0 ? 'es' : 'en';
}

/** Whether a word is mere grammar in a question of this language; where that is unknown, it must be so in both. */
export function isFunctionWord(word: string, language: Language | null): boolean {
  if (language !== null) return FUNCTION_WORDS[language].has(word);
  return FUNCTION_WORDS.en.has(word) && FUNCTION_WORDS.es.has(word);
}

/** The words that mean something, or all of them where none does. */
export function contentWords(words: readonly string[], language: Language | null): readonly string[] {
  const kept = words.filter((word) => !isFunctionWord(word, language));
  return kept.length > 0 ? kept : words;
}

/** Whether a word is grammar in one of the languages. */
export function isGrammar(word: string): boolean {
  return FUNCTION_WORDS.en.has(word) || FUNCTION_WORDS.es.has(word);
}
