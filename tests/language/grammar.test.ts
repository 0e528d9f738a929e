import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/core/language.js';
import type { Grammar } from '../../src/language/grammar.js';
import { ALL_GRAMMARS, grammarIn, grammarOf } from '../../src/language/grammars.js';
import { NEUTRAL } from '../../src/language/neutral.js';
import { nounUseOf } from '../../src/language/nouns.js';

const words =
  'el la un the a cada each Docker imagen image capas layers es is contiene contains en in de of 1999 si if que , . : ¿ ?';
const text = fc
  .array(fc.oneof(fc.constantFrom(...words.split(' ')), fc.string({ maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(' '));
const named = [...ALL_GRAMMARS, NEUTRAL].map((grammar): [string, Grammar] => [grammar.code ?? 'none', grammar]);

describe('the grammars', () => {
  it('are one for each language', () => {
    expect(LANGUAGES.map((language) => grammarOf(language).code)).toEqual([...LANGUAGES]);
    expect(ALL_GRAMMARS.map(({ code }) => code).sort()).toEqual([...LANGUAGES].sort());
  });

  it('of a part of notes follow its language, unless the notes are in none that is known', () => {
    const spanish = 'Las capas de la imagen son de solo lectura y se comparten entre contenedores.';
    expect(grammarIn(spanish, grammarOf('en')).code).toBe('es');
    expect(grammarIn(spanish, NEUTRAL)).toBe(NEUTRAL);
  });
});

describe.each(named)('the grammar of %s', (_, { nouns, sentences, titles, ask }) => {
  it('takes any text, and what it takes apart is part of the text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const use = nounUseOf(`${one}\n${other}`);
        const clause = sentences.clauseOf(one);
        for (const part of [clause?.subject ?? '', clause?.rest ?? ''])
          expect(one.replace(/\s+/g, ' ')).toContain(part.replace(/\s+/g, ' '));
        const timed = sentences.timeIn(one);
        if (timed) expect(one).toContain(timed.when);
        const asked = ask.subject(one, use);
        if (clause) expect(ask.sentence(clause, asked)).not.toBe('');
        const number = nouns.numberOfTerm(one, other);
        const term = { phrase: `**${one}**`, number, isCode: false, isMember: false, isQuality: false, isPart: false };
        expect(ask.term(other, term)).toContain(one);
        for (const told of [sentences.isNominal(one), sentences.isRequest(one), sentences.isPersonal(one)])
          expect(told).toBeTypeOf('boolean');
        for (const found of [titles.askedThing(one), titles.ofWhat(one), titles.nameInLine(one)])
          if (found !== null) expect(one).toContain(found);
        expect(ask.condition(one)?.front).not.toBe('');
        expect(ask.purpose(one, true)).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
