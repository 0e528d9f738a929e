import { describe, expect, it } from 'vitest';
import { canBeName, isNumberedPart, pointsAround } from '../../src/language/any/lines.js';
import { grammarOf } from '../../src/language/grammars.js';

const { en, es } = { en: grammarOf('en').sentences, es: grammarOf('es').sentences };

describe('what a sentence names', () => {
  it.each([
    ['Se conoce como barlovento al lado de donde viene el viento.', 'barlovento', 'el lado de donde viene el viento'],
    [
      'Se denomina quilla a la pieza que recorre el fondo del casco.',
      'quilla',
      'la pieza que recorre el fondo del casco',
    ],
    ['Las hojas que caen cada otoño se llaman caducas.', 'caducas', 'Las hojas que caen cada otoño'],
    ['El borde superior de la vela recibe el nombre de gratil.', 'gratil', 'El borde superior de la vela'],
  ])('in Spanish: %s', (sentence, term, definition) => {
    expect(es.naming(sentence)).toEqual({ term, definition });
  });

  it.each([
    [
      'The drawing of lines of equal depth is known as contouring.',
      'contouring',
      'The drawing of lines of equal depth',
    ],
    [
      'A word that sounds like what it means is called an onomatopoeia.',
      'onomatopoeia',
      'A word that sounds like what it means',
    ],
    ['The people who make barrels are termed coopers.', 'coopers', 'The people who make barrels'],
  ])('in English: %s', (sentence, term, definition) => {
    expect(en.naming(sentence)).toEqual({ term, definition });
  });

  it.each([
    'Las hojas que caen, según el clima, se llaman caducas.',
    'Estas mesas se conocen como mesillas de noche.',
    'Los billetes de temporada se conocen también como abonos.',
    'El barco se llama Aurora.',
  ])('is not taken from: %s', (sentence) => expect(es.naming(sentence)).toBeNull());

  it.each([
    'These tables are called nightstands in most shops.',
    'The harbour, as we saw, is called the pool.',
    'The ship is called Aurora.',
  ])('is not taken from: %s', (sentence) => {
    const found = en.naming(sentence);
    expect(found === null || found.definition.split(' ').length < 3).toBe(true);
  });
});

describe('a sentence taken apart', () => {
  it.each([
    ['El SLA, Acuerdo de Nivel de Servicio, es un contrato formal.', 'El SLA', 'es'],
    ['El faro, una torre con luz, guía a los barcos.', 'El faro', 'guia'],
    ['Línea de flotación (LF) es la línea hasta donde el agua cubre el casco.', 'Línea de flotación (LF)', 'es'],
  ])('has its subject without what is said beside it: %s', (sentence, subject, verbWord) => {
    expect(es.clauseOf(sentence)).toMatchObject({ subject, verbWord });
  });

  it.each([
    ['a noun like a verb with what is said of it', 'Marca que impide usar un sello otra vez.'],
    ['the same, denied', 'Marca que no impide usar el sello.'],
    ['a subject that is joined to nothing', 'Una nota que empieza en parte débil y se alarga hasta la fuerte.'],
  ])('is not taken apart at %s', (_what, sentence) => expect(es.clauseOf(sentence)).toBeNull());

  it('is taken apart at such a verb where it has an object', () => {
    expect(es.clauseOf('Marca que el plazo ha terminado.')).toMatchObject({ subject: null, verbWord: 'marca' });
    expect(es.clauseOf('La aduana marca el paquete.')).toMatchObject({ subject: 'La aduana', verbWord: 'marca' });
  });

  it('in English is not taken apart behind an "and" of its own', () => {
    expect(en.clauseOf('A note that begins and is held into the strong beat.')).toBeNull();
  });
});

describe('what a word says little by itself', () => {
  it.each([
    [es.ranks('el más rápido de todos'), true],
    [es.ranks('un tejido muy denso'), false],
    [en.ranks('the best known of them'), true],
    [en.ranks('a fast ship'), false],
    [es.saysLittle('tienen'), true],
    [es.saysLittle('filtra'), false],
    [en.saysLittle('has'), true],
    [en.saysLittle('filters'), false],
    [es.agrees('son', 'pl'), true],
    [es.agrees('son', 'sg'), false],
    [es.isPersonal('Cómo funciona un faro'), false],
    [es.isPersonal('Creo que esto se ve otro día'), true],
    [isNumberedPart('Figura 3'), true],
    [isNumberedPart('Sección Primera'), true],
    [isNumberedPart('A2'), true],
    [isNumberedPart('Figura retórica'), false],
    [pointsAround('What happens here?'), true],
    [pointsAround('What happens at noon?'), false],
    [canBeName('Because of the tide'), false],
    [canBeName('Tide table'), true],
  ])('is known (%#)', (told, is) => expect(told).toBe(is));
});
