import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainMarkdown, wholeWords } from '../../src/language/text.js';
import { type ReadDeck, readNotes } from '../../src/notes/read-deck.js';

const TONGUES = ['pt', 'fr', 'de', 'it', 'ca'] as const;

function textOf(tongue: string): string {
  return readFileSync(new URL(`fixtures/tongues/${tongue}.md`, import.meta.url), 'utf8');
}

function read(text: string): Promise<ReadDeck> {
  return readNotes('notes.md', new TextEncoder().encode(text));
}

async function asked(text: string): Promise<readonly string[]> {
  return (await read(text)).deck?.cards.map(({ front, back }) => `${front} → ${back}`.toLowerCase()) ?? [];
}

async function told(text: string): Promise<readonly string[]> {
  return (await read(text)).problems.map(({ line, code, tongue }) => `${line} ${code} ${tongue ?? ''}`.trim());
}

describe.each(TONGUES)('notes in another language: %s', (tongue) => {
  it('are asked in their own words alone', async () => {
    const text = textOf(tongue);
    const known = new Set(wholeWords(text));
    const { deck } = await read(text);
    const words = deck?.cards.flatMap(({ front }) => wholeWords(plainMarkdown(front))) ?? [];
    expect(words.filter((word) => !known.has(word))).toEqual([]);
    expect(deck?.cards.map(({ front }) => front).filter((front) => /¿|\bWhat|\bWhich/.test(front))).toEqual([]);
  });

  it('give what needs no grammar: three terms, two questions, the table, the mark', async () => {
    const cards = (await read(textOf(tongue))).deck?.cards ?? [];
    expect(cards.filter(({ front }) => /^\*\*[^*]+\*\*$/.test(front)).length).toBeGreaterThanOrEqual(3);
    expect(cards.filter(({ front }) => /^[^*]+\?$/.test(front)).length).toBe(2);
    expect(cards.filter(({ kind }) => kind === 'cloze').length).toBe(1);
    expect(cards.length).toBeGreaterThanOrEqual(8);
  });

  it('say once that their sentences are not asked about', async () => {
    expect(await told(textOf(tongue))).toEqual([`3 other-language ${tongue}`]);
  });
});

const SPANISH = `La celula es la unidad mas pequeña de la vida y todas nacen de otras que ya existian.

- **Celulosa**: sustancia que da forma a la pared de las plantas.`;
const PORTUGUESE = `A célula é a menor unidade da vida e todas nascem de outras que já existiam antes.

- **Clorofila**: pigmento verde que capta a luz do sol nas folhas das plantas.`;
const ENGLISH = `The cell is the smallest unit of life, and every one of them comes from another that was there before.

- **Chlorophyll**: the green pigment that takes in the light of the sun.`;

describe('notes in several languages', () => {
  it('are told section by section, each once', async () => {
    const text = `# Apuntes\n\n## Español\n\n${SPANISH}\n\n## Português\n\n${PORTUGUESE}\n\nQuando falta luz, a planta perde a cor.\n\n## English\n\n${ENGLISH}\n`;
    expect(await asked(text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/¿.* → la celula es la unidad/),
        '**clorofila** → pigmento verde que capta a luz do sol nas folhas das plantas.',
        expect.stringMatching(/^what is .*chlorophyll.* → the green pigment that takes in the light of the sun\.$/),
      ]),
    );
    expect((await told(text)).filter((line) => line.endsWith(' pt'))).toEqual(['11 other-language pt']);
  });

  it('follow the whole where a section is short', async () => {
    const text = `# Biologia\n\n${PORTUGUESE}\n\n## Mais\n\n- **Amido**: reserva de energia da planta\n`;
    expect(await asked(text)).toContain('**amido** → reserva de energia da planta');
  });

  it('keep Spanish without accents and notes full of code', async () => {
    expect(await asked(`# Biologia\n\n${SPANISH}`)).toContainEqual(
      expect.stringMatching(/¿.* → la celula es la unidad/),
    );
    const code =
      '# Docker\n\n- `docker ps`: lista contenedores activos\n- `docker rm {id}`: elimina un contenedor parado\n- `docker pull nginx`: descarga una imagen\n';
    expect((await told(code)).filter((line) => line.includes('other-language'))).toEqual([]);
  });

  it('are in what their front matter says, where no section says otherwise', async () => {
    expect(await asked('---\nlang: nl\n---\n\n# Woorden\n\n- **Kern**: midden van de cel\n')).toEqual([
      '**kern** → midden van de cel',
    ]);
    expect(await asked('---\nlang: js\n---\n\n# Words\n\n- **Kernel**: the core of the system\n')).toEqual([
      expect.stringMatching(/^what is .*kernel/),
    ]);
  });
});
