import { describe, expect, it } from 'vitest';
import { deckId } from '../../src/core/ids.js';
import { NEUTRAL } from '../../src/language/neutral.js';
import { type Cards, cardsOf } from '../../src/notes/cards/cards-of.js';
import { passagesOf } from '../../src/notes/cards/passages.js';
import { isTextEntry } from '../../src/notes/read/entries.js';
import { entriesOf } from '../../src/notes/read/entry-walk.js';
import { outlineOf } from '../../src/notes/read/outline.js';
import { shaped } from '../../src/notes/read/shape.js';
import { parseNotes } from '../../src/notes/read/tree.js';

/** Reads notes as `readDeck` does, but in a language that nobody taught us. */
function read(text: string): Cards {
  const file = 'notes.md';
  const sections = outlineOf(shaped(parseNotes(text).root), 'Notes').map((section) => ({
    section,
    entries: entriesOf(section),
  }));
  const passages = passagesOf({
    file,
    text,
    deckName: 'Notes',
    language: 'en',
    aliases: [],
    base: null,
    sections: sections.map(({ section, entries }) => ({ section, entries: entries.filter(isTextEntry) })),
  });
  const languages = { deck: null, of: new Map() };
  const deck = { deckId: deckId('notes'), deckName: 'Notes', file, grammar: NEUTRAL, tags: [] };
  return cardsOf({ ...deck, languages, sections, passages });
}

const asked = (text: string) => read(text).sure.map(({ front, back }) => `${front} → ${back}`);

describe('notes without a grammar', () => {
  it.each([
    ['Q: Was ist Docker?\nA: Eine Plattform für Container', ['Was ist Docker? → Eine Plattform für Container']],
    ['Qu’est-ce qu’un nuage ?::De l’eau', ['Qu’est-ce qu’un nuage ? → De l’eau']],
    ['Frage\n?\nAntwort', ['**Frage** → Antwort']],
  ])('give the cards that their author wrote: %j', (text, cards) => expect(asked(`# Thema\n\n${text}`)).toEqual(cards));

  it('give a card for each term with its definition, told apart by the sign between', () => {
    expect(
      asked(
        '# Netzwerk\n\n- **Schicht**: ein Teil des Modells\n- Rahmen: kleinste Einheit der Sicherung\n- `ls` => zeigt Dateien',
      ),
    ).toEqual([
      '**Schicht** → Ein Teil des Modells',
      '**Rahmen** → Kleinste Einheit der Sicherung',
      '`ls` → Zeigt Dateien',
    ]);
  });

  it('give a card for each cell of a table', () => {
    const table = '| Stadt | Land | Fluss |\n|---|---|---|\n| Wien | Österreich | Donau |\n| Rom | Italien | Tiber |';
    expect(asked(`# Städte\n\n${table}`)).toEqual([
      '**Wien** — Land? → Österreich',
      '**Wien** — Fluss? → Donau',
      '**Rom** — Land? → Italien',
      '**Rom** — Fluss? → Tiber',
    ]);
  });

  it('give the gaps that their author marked', () => {
    expect(asked('# Chemie\n\nWasser siedet bei ==100 °C== auf Meereshöhe.')).toEqual([
      '**Chemie**: Wasser siedet bei […] auf Meereshöhe. → 100 °C',
    ]);
  });

  it('ask nothing about a sentence, and say so', () => {
    const { sure, problems } = read('# Wetter\n\nDer Regen fällt, weil die Wolke zu schwer wird.');
    expect(sure).toEqual([]);
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 no-fact']);
  });
});
