import { describe, expect, it } from 'vitest';
import { asked, skipped } from './support.js';

/** One line of notes, below a heading, with the cards that it gives. */
describe('what notes write in their own way comes out as it was meant', () => {
  it.each([
    [
      'a power in a definition',
      '**Light year** => 9.46 × 10<sup>12</sup> kilometres of the way of light',
      ['What is **light year**? → 9.46 × 10¹² kilometres of the way of light'],
    ],
    [
      'an index in a definition',
      '**Ammonia**: NH~3~, a gas with a strong smell',
      ['What is **Ammonia**? → NH₃, a gas with a strong smell'],
    ],
    [
      'a break inside a definition',
      '**RTT** => the time for which<br>a packet is under way',
      ['What is **RTT**? → The time for which a packet is under way'],
    ],
    [
      'a break inside what a thing does',
      '- **Sampling**: takes a value<br>at equal times',
      ['What does **Sampling** do? → Takes a value at equal times'],
    ],
    [
      'a break in a sentence with a mark',
      'The ==cerebellum== keeps<br>balance.',
      ['**Things**: The […] keeps balance. → cerebellum'],
    ],
    [
      'options that differ by a capital',
      '| Option | What it does |\n|-|-|\n| -n | numbers every line |\n| -N | leaves numbers out |',
      [
        '**Things**: what does the **-n** option do? → numbers every line',
        '**Things**: what does the **-N** option do? → leaves numbers out',
      ],
    ],
    [
      'a callout that names a term',
      '> [!definition] Umbra\n> The part of a shadow from which no light is seen.',
      ['What is **Umbra**? → The part of a shadow from which no light is seen.'],
    ],
    [
      'a frame with a sentence',
      '<aside>\n💡 An **eviction** is the removal of an entry that nobody asked for lately.\n\n</aside>',
      ['**Things**: what is an **eviction**? → An eviction is the removal of an entry that nobody asked for lately.'],
    ],
    [
      'a card in a list with a remark below',
      '- **Ribosome**:: makes proteins\n    - *Note:* it is not an organelle with a membrane',
      ['**Ribosome** → makes proteins'],
    ],
    [
      'letters that stand for something',
      '- **Density**: ρ of a body\n- **Base**: pH of a liquid above 7\n- **Copy**: mRNA that leaves the nucleus',
      [
        'What is **Density**? → ρ of a body',
        'What is **Base**? → pH of a liquid above 7',
        'What is **Copy**? → mRNA that leaves the nucleus',
      ],
    ],
    [
      'a shell word outside code',
      '**GOPATH** => the folder of all sources, `$GOPATH` or $HOME/go',
      ['What is **GOPATH**? → The folder of all sources, `$GOPATH` or $HOME/go'],
    ],
    ['a pair of small words', 'mesa::table', ['**mesa** → table']],
  ])('%s', (_what, line, cards) => {
    expect(asked(`# Things\n\n${line}\n`)).toEqual(cards);
  });

  it.each([
    ['Enlace de datos', '**Trama** => unidad de datos que va de un nodo a otro'],
    ['Lab values', '**Trama** => unidad de datos que va de un nodo a otro'],
    ['Ejemplo: una red', '**Trama** => unidad de datos que va de un nodo a otro'],
    ['Laboratorio 3', '**Trama** => unidad de datos que va de un nodo a otro'],
    ['References', '**Trama** => unidad de datos que va de un nodo a otro'],
  ])('below "%s" a term with its definition is asked for', (heading, line) => {
    expect(asked(`# Redes\n\n## ${heading}\n\n${line}\n`)).toEqual([
      expect.stringMatching(/\*\*Trama\*\*\? → Unidad de datos que va de un nodo a otro$/),
    ]);
  });

  it('fields of Dataview describe the page, and what holds one is no card', () => {
    const notes = '# Films\n\n[stars:: 4]\nThe film (released:: 1971) shows a lighthouse.\n';
    expect(asked(notes)).toEqual([]);
    expect(skipped(notes)[0]).toBe('3 metadata');
  });
});
