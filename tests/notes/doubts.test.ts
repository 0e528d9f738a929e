import { describe, expect, it } from 'vitest';
import { doubtOf, risk } from '../../src/notes/cards/trust.js';
import { readNotes } from '../../src/notes/read-deck.js';
import { asked, read } from './support.js';

describe('how sure a rule is', () => {
  it('is what its form is worth where nothing speaks against a card', () => {
    expect(doubtOf(0.8, 'open', [null, risk(false, 'label', 0.9)])).toEqual({ reason: 'open', score: 0.8 });
  });

  it('falls by every risk, and the heaviest is told', () => {
    const risks = [risk(true, 'subject', 0.1), risk(true, 'worth', 0.25), risk(true, 'gap', 0.05)];
    expect(doubtOf(0.7, 'label', risks)).toEqual({ reason: 'worth', score: 0.3 });
  });

  it('tells the first of two risks that weigh the same', () => {
    expect(doubtOf(0.9, 'open', [risk(true, 'list', 0.2), risk(true, 'table', 0.2)]).reason).toBe('list');
  });

  it('stays between 0 and 1, in hundredths', () => {
    expect(doubtOf(0.4, 'gap', [risk(true, 'gap', 0.9)]).score).toBe(0);
    expect(doubtOf(1.3, 'gap', []).score).toBe(1);
    expect(doubtOf(0.7, 'gap', [risk(true, 'gap', 0.1), risk(true, 'open', 0.3)]).score).toBe(0.3);
  });
});

/** Notes that give one card which waits, and why. */
const WAITING = [
  ['label', '# Puerto\n\n- **Revisa los papeles**: mira el pasaporte y el visado\n'],
  ['gap', '# Puerto\n\nDesde la torre del norte se ven 12 km de costa y los barcos que entran.\n'],
  ['open', '# Puerto\n\n- La grúa del muelle levanta los contenedores.\n'],
  ['list', '# Rada\n\n- Poco fondo\n- Mucho viento\n- Ningún faro\n'],
  ['table', '# Puerto\n\n| Muelle | ¿Abierto? |\n|-|-|\n| Norte | sí |\n'],
  ['worth', '# Puerto\n\n- Los muelles son antiguos.\n'],
  ['subject', '# Muelles\n\n- Estos muelles guardan el pescado de la noche.\n'],
] as const;

describe('a card that is not sure', () => {
  it.each(WAITING)('waits with what speaks against it: %s', (reason, notes) => {
    expect(asked(notes)).toEqual([]);
    const reasons = read(notes).deck?.doubtful.map(({ doubt }) => doubt?.reason);
    expect(reasons).toContain(reason);
  });

  it('waits where nobody knows the grammar of a term and what is below it', async () => {
    const notes =
      '# Barcos\n\n- Mezena\n  - a vela do mastro de trás que ajuda o navio a manter o rumo.\n\nO porto da cidade é velho e os navios ficam ali no inverno, porque a água não congela.\n';
    const { deck } = await readNotes('notes.md', new TextEncoder().encode(notes));
    expect(deck?.cards).toEqual([]);
    expect(deck?.doubtful).toMatchObject([{ front: '**Mezena**', doubt: { reason: 'language' } }]);
  });

  it('is told in no line as one that gives nothing', () => {
    for (const [, notes] of WAITING) {
      const { deck, problems } = read(notes);
      const lines = new Set(deck?.doubtful.map(({ source }) => source.line));
      expect(problems.filter(({ line }) => lines.has(line))).toEqual([]);
    }
  });

  it('has an id that no sure card has, and keeps it', () => {
    const notes = WAITING.map(([, part]) => part).join('\n');
    const ids = () => [...(read(notes).deck?.cards ?? []), ...(read(notes).deck?.doubtful ?? [])].map(({ id }) => id);
    expect(new Set(ids()).size).toBe(ids().length);
    expect(ids()).toEqual(ids());
  });
});
