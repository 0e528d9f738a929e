import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../src/language/text.js';
import { readDeck } from '../../src/notes/read-deck.js';
import { cardsOf, DAMAGED_NOTES, shippedText } from './support.js';

const { deck, problems, repair } = readDeck('docker.md', readFileSync(DAMAGED_NOTES));
const cards = deck!.cards;
const cardOf = (front: string) => cards.find((card) => card.front === front);

describe('the deck that the seed notes give', () => {
  it('has a card for nearly every line, and a reason for any other', () => {
    expect(cards.length).toBeGreaterThanOrEqual(40);
    expect(cards.length + deck!.doubtful.length).toBeLessThanOrEqual(60);
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['24 no-fact', '53 no-fact', '60 no-fact']);
  });

  it('says what was repaired, and holds no damaged character', () => {
    expect(repair).toEqual({ file: 'docker.md', encoding: 'UTF-8 read as Mac Roman', changedLines: 4 });
    expect(JSON.stringify(deck)).not.toMatch(/[√©¬\uFFFD]|üö|‚Ä/u);
  });

  it('is called Docker and is Spanish', () => {
    expect(deck).toMatchObject({ id: 'docker', name: 'Docker', language: 'es', source: 'docker.md' });
  });

  it.each([
    ['¿Qué es **Rancher**?', 'Orquestador de Clusters, se puede ver rapidamente el estado de la aplicacion.'],
    [
      '¿Qué es **Docker**?',
      '- Docker es un runtime que expone una API, que se consume, y orquesta contra el Kernel para crear el ambiente que cada proceso necesita.\n- Docker es un unico proceso en ejecucion.',
    ],
    ['¿Qué son los **namespaces**?', 'Los espacios de nombres donde se contienen los procesos.'],
    [
      '¿Qué provee una **VM**?',
      'VM provee una capa que es un mini SO que construye ambientes virtuales de Hardware, y sobre estos, instala el SO y recien ahi, pone la aplicacion a correr.',
    ],
    ['¿Cómo son las **imagenes de Docker**?', 'Las imagenes son inmutables, solo cambian si yo lo hago.'],
    [
      '¿Qué pasa si dos layers tienen el mismo hash?',
      'Si dos layers tienen el mismo hash, solo se almacena uno de ambos.',
    ],
    ['¿Qué es un **tag**?', 'Las versiones de una misma imagen'],
    ['¿Qué es el **dockerfile**?', 'Es el plano de la imagen, es la plantilla para crear la imagen.'],
  ])('asks %s', (front, back) => {
    expect(cardOf(front)?.back).toBe(back);
  });

  it('asks what the repaired deck asks', () => {
    expect(cards.map(({ front, back }) => [front, back])).toEqual(
      cardsOf(shippedText(), 'docker.md').map(({ front, back }) => [front, back]),
    );
  });

  it('asks nothing twice', () => {
    expect(new Set(cards.map((card) => card.front)).size).toBe(cards.length);
    expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
  });

  it('keeps fronts and backs short', () => {
    for (const card of cards) {
      expect(card.front.length).toBeLessThanOrEqual(220);
      expect(card.back.split(/\s+/).length).toBeLessThanOrEqual(60);
    }
  });

  it('hides whole words that the front does not show', () => {
    for (const card of cards.filter(({ kind }) => kind === 'cloze')) {
      expect(card.front.match(/\[…\]/g)).toHaveLength(1);
      expect(plainMarkdown(card.front).toLowerCase()).not.toContain(card.back.toLowerCase());
    }
  });

  it('names in every front what it asks about', () => {
    // A bold subject, a word of the heading, or a name: something that can be understood without the notes.
    for (const card of cards) {
      const headWords =
        card.context
          .join(' ')
          .toLowerCase()
          .match(/\p{L}{4,}/gu) ?? [];
      const front = card.front.toLowerCase();
      const names = headWords.some((word) => front.includes(word.slice(0, 5))) || /\*\*/.test(front);
      expect(names, card.front).toBe(true);
    }
  });

  it('ties every card to a passage of its own line', () => {
    const passages = new Map(deck!.passages.map((passage) => [passage.id, passage]));
    for (const card of cards) {
      const passage = passages.get(card.passageId);
      expect(passage?.headings).toEqual(card.context);
      expect(passage!.source.line).toBeLessThanOrEqual(card.source.line);
    }
  });
});
