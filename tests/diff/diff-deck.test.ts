import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card.js';
import { diffDeck } from '../../src/diff/diff-deck.js';
import { read, shippedText, stored } from '../notes/support.js';
import { runs } from '../support/runs.js';

/** All cards of the notes in their order, sure or not: an import compares them all. */
function cardsOf(markdown: string, file?: string): readonly Card[] {
  const { deck } = read(markdown, file);
  return [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])].sort((a, b) => a.source.line - b.source.line);
}

const NOTES = shippedText();
const before = cardsOf(NOTES);
const inStore = stored(before);

function sizes(diff: ReturnType<typeof diffDeck>) {
  const { added, changed, moved, removed, unchanged } = diff;
  return [added, changed, moved, removed, unchanged].map((list) => list.length);
}

/** The store's id of the card whose front or back holds these words. */
function idOf(cards: readonly Card[], words: string): string | undefined {
  return cards.find((card) => card.front.includes(words) || card.back.includes(words))?.id;
}

describe('reading the notes again', () => {
  it('finds everything unchanged in the same notes, with other line ends or under another file name', () => {
    const all = [0, 0, 0, 0, before.length];
    expect(sizes(diffDeck(inStore, cardsOf(NOTES)))).toEqual(all);
    expect(sizes(diffDeck(inStore, cardsOf(NOTES.replaceAll('\n', '\r\n'))))).toEqual(all);
    expect(sizes(diffDeck(inStore, cardsOf(NOTES, 'otro nombre.md')))).toEqual(all);
  });

  it('keeps the stored ids when the file has another name', () => {
    const diff = diffDeck(inStore, cardsOf(NOTES, 'otro.md'));
    expect(diff.cards.map((card) => card.id)).toEqual(before.map((card) => card.id));
  });

  it('keeps a card whose typo is mended', () => {
    const diff = diffDeck(inStore, cardsOf(NOTES.replaceAll('Promitius', 'Prometheus')));
    expect(sizes(diff)).toEqual([0, 1, 0, 0, before.length - 1]);
    expect(diff.changed[0]?.before.id).toBe(idOf(before, 'Promitius'));
    expect(diff.changed[0]?.after).toMatchObject({
      id: diff.changed[0]?.before.id,
      front: '¿Para qué sirve **Prometheus**?',
    });
  });

  it('keeps a card whose answer is written anew', () => {
    const diff = diffDeck(
      inStore,
      cardsOf(NOTES.replace('Es un fork de Elasticsearch.', 'Distribución libre de búsqueda.')),
    );
    expect(sizes(diff)).toEqual([0, 1, 0, 0, before.length - 1]);
    expect(diff.changed[0]?.before.id).toBe(idOf(before, 'Opendistro'));
  });

  it.each([
    ['#### Registrys', '#### Registros'],
    ['#### Dockerfile', '#### El archivo Dockerfile'],
    ['#### Imagenes de Docker', '#### Las plantillas'],
    ['#### Containers', '#### Contenedores'],
    ['## Qué es Docker?', '## Docker por dentro'],
    ['#### Beneficios Docker', '#### Ventajas'],
  ])('keeps every card under a heading that is renamed: %s → %s', (heading, renamed) => {
    const diff = diffDeck(inStore, cardsOf(NOTES.replace(heading, renamed)));
    expect([diff.added.length, diff.removed.length]).toEqual([0, 0]);
    expect(new Set(diff.cards.map((card) => card.id))).toEqual(new Set(before.map((card) => card.id)));
  });

  it('keeps every card when sections change places', () => {
    const [head = '', ...sections] = NOTES.split(/(?=^#### )/m);
    const diff = diffDeck(inStore, cardsOf([head, ...sections.reverse()].join('\n')));
    expect([diff.added.length, diff.removed.length]).toEqual([0, 0]);
    expect(diff.moved.length).toBeGreaterThan(0);
  });

  it('adds what is new and lets go what is gone', () => {
    const notes = NOTES.replace(
      /^\* \*\*Rancher.*$/m,
      '* **Helm** => Instala paquetes en un cluster con una sola orden.',
    );
    const diff = diffDeck(inStore, cardsOf(notes));
    expect(diff.added.map((card) => card.front)).toEqual(['¿Qué hace **Helm**?']);
    expect(diff.removed.map((card) => card.front)).toEqual(['¿Qué es **Rancher**?']);
  });

  it('wakes a paused card that is back, and tells of no other paused one', () => {
    const [first, ...rest] = inStore;
    const paused = [{ ...first!, paused: true }, ...rest];
    expect(sizes(diffDeck(paused, before))).toEqual([0, 1, 0, 0, before.length - 1]);
    expect(sizes(diffDeck(paused, before.slice(1)))).toEqual([0, 0, 0, 0, before.length - 1]);
  });

  it('gives a new card another id where a changed one holds its own', () => {
    const renamed = diffDeck(inStore, cardsOf(NOTES.replaceAll('Promitius', 'Prometheus')));
    const both = NOTES.replace(
      /^(\* \*\*)Promitius(.*)$/m,
      '$1Prometheus$2\n* **Promitius** => Un rey de la isla de Cos.',
    );
    const diff = diffDeck(stored(renamed.cards), cardsOf(both));
    expect(diff.added.map((card) => card.front)).toEqual(['¿Qué es **Promitius**?']);
    expect(new Set(diff.cards.map((card) => card.id)).size).toBe(diff.cards.length);
  });

  it('matches nothing twice and loses nothing, whatever was edited', () => {
    const lines = NOTES.split('\n');
    const edit = fc.record({
      at: fc.nat(lines.length - 1),
      how: fc.constantFrom('drop', 'repeat', 'typo', 'swap', 'new'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.array(fc.boolean(), { maxLength: 60 }), (edits, pauses) => {
        const text = [...lines];
        for (const { at, how } of edits) {
          const line = text[at] ?? '';
          if (how === 'drop') text.splice(at, 1);
          if (how === 'repeat') text.splice(at, 0, line);
          if (how === 'typo') text[at] = line.replace(/(\p{L})(\p{L})/u, '$2$1');
          if (how === 'swap') text.splice(at, 2, text[at + 1] ?? '', line);
          if (how === 'new') text.splice(at, 0, `* **Cosa${at}** => Definición número ${at} de otra cosa.`);
        }
        const old = inStore.map((card, index) => ({ ...card, paused: pauses[index] ?? false }));
        const fresh = cardsOf(text.join('\n'));
        const diff = diffDeck(old, fresh);
        const pairs = [...diff.changed, ...diff.moved, ...diff.unchanged];
        const ids = diff.cards.map((card) => card.id);
        expect(new Set(ids).size).toBe(fresh.length);
        expect(new Set(pairs.map((pair) => pair.before)).size).toBe(pairs.length);
        expect(pairs.length + diff.added.length).toBe(fresh.length);
        for (const { before: kept, after } of pairs) expect(after.id).toBe(kept.id);
        const gone = old.filter((card) => !card.paused && !pairs.some((pair) => pair.before === card));
        expect(diff.removed).toEqual(gone);
        expect(sizes(diffDeck(stored(diff.cards), diff.cards)).slice(0, 4)).toEqual([0, 0, 0, 0]);
      }),
      { numRuns: runs(100) },
    );
  });
});
