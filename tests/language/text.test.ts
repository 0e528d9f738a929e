import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedIdea, asksDefinition, headOf, sidesOf } from '../../src/language/asked-idea.js';
import { cognateShape } from '../../src/language/cognate.js';
import { contentWords, guessLanguage } from '../../src/language/function-words.js';
import { withoutNumber } from '../../src/language/number.js';
import { fold, searchWords } from '../../src/language/search-words.js';
import { stem } from '../../src/language/stem.js';

describe('folding', () => {
  it.each([
    ['Máquina VIRTUAL', 'maquina virtual'],
    ['¿Qué año?', '¿que ano?'],
    ['pingüino', 'pinguino'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  it.each([
    ["¿Qué es el Dockerfile? Docker's plan", ['que', 'es', 'el', 'dockerfile', 'docker', 'plan']],
    ['node.js_v20', ['node', 'js', 'v20']],
    ['🚀', []],
  ])('the words of “%s”', (text, words) => expect(searchWords(text)).toEqual(words));
});

describe('number', () => {
  it.each([
    ['imagenes', 'imagen'],
    ['capas', 'capa'],
    ['classes', 'class'],
    ['clases', 'clase'],
    ['registries', 'registry'],
    ['registrys', 'registry'],
    ['contenedores', 'contenedor'],
    ['redes', 'red'],
  ])('%s and %s are one word', (plural, singular) => expect(withoutNumber(plural)).toBe(withoutNumber(singular)));

  it('keeps different words apart', () => {
    expect(withoutNumber('process')).not.toBe(withoutNumber('proceso'));
  });
});

describe('stems', () => {
  it('leave names with digits whole', () => {
    expect(stem('k8s', 'en')).toBe('k8s');
    expect(stem('layers', 'en')).toBe(stem('layer', 'en'));
  });
});

describe('cognate shapes', () => {
  it.each([
    ['configuration', 'configuracion'],
    ['configurations', 'configuraciones'],
    ['portability', 'portabilidad'],
    ['special', 'especial'],
    ['architecture', 'arquitectura'],
    ['generator', 'generador'],
    ['implementation', 'implementacion'],
    ['persistence', 'persistencia'],
    ['controller', 'controlador'],
    ['complex', 'complejo'],
    ['frequently', 'frecuentemente'],
  ])('%s looks like %s', (english, spanish) => expect(cognateShape(english)).toBe(cognateShape(spanish)));

  it.each([
    ['docker', 'dato'],
    ['image', 'imitar'],
    ['container', 'contexto'],
  ])('%s does not look like %s', (left, right) => expect(cognateShape(left)).not.toBe(cognateShape(right)));

  it('never empties a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeioustnch'), minLength: 1, maxLength: 12 }), (word) => {
        expect(cognateShape(word)).not.toBe('');
      }),
    );
  });
});

describe('the idea that a question asks for', () => {
  it.each([
    ['qué es docker', 'docker'],
    ['¿Qué son los layers de las imágenes?', 'layers de las imagenes'],
    ['what is a container?', 'container'],
    ['What does VM stand for', 'vm'],
    ['¿Para qué sirve el Dockerfile?', 'dockerfile'],
    ['cómo funciona un registry', 'registry'],
    ['explícame los namespaces', 'namespaces'],
    ['explain layers', 'layers'],
    ['tell me about the kernel', 'kernel'],
    ['docker', 'docker'],
    ['que es', 'que es'],
    ['the', 'the'],
  ])('%s → %s', (question, idea) => expect(askedIdea(searchWords(question)).join(' ')).toBe(idea));

  it('knows a definition from another question', () => {
    expect(asksDefinition(searchWords('¿Qué es Docker?'))).toBe(true);
    expect(asksDefinition(searchWords('¿Qué significa Docker?'))).toBe(false);
  });

  it('takes a title apart', () => {
    expect(headOf(['layers', 'de', 'las', 'imagenes'])).toEqual(['layers']);
    expect(headOf(['de', 'todo'])).toEqual(['de', 'todo']);
    expect(sidesOf(['docker', 'vs', 'virtual', 'machine'])).toEqual([['docker'], ['virtual', 'machine']]);
    expect(sidesOf(['docker'])).toEqual([]);
  });
});

describe('function words', () => {
  it.each([
    ['¿qué es lo que no tiene a docker?', 'es'],
    ['what is it that docker has?', 'en'],
    ['docker', null],
  ])('%s is in %s', (text, language) => expect(guessLanguage(searchWords(text))).toBe(language));

  it.each([
    ['me no', 'es', ['no']],
    ['he runs', 'es', ['runs']],
    ['he runs', 'en', ['runs']],
    ['on', 'es', ['on']],
    ['the', 'en', ['the']],
  ] as const)('of “%s” in %s', (text, language, kept) =>
    expect(contentWords(searchWords(text), language)).toEqual(kept));
});
