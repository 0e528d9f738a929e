import { describe, expect, it } from 'vitest';
import { buildLookup, type Lookup } from '../../src/lookup/lookup.js';
import { readNotes } from '../../src/notes/read-deck.js';

const NOTES = `# Sailing

## Contents
- [Tying a boat](#tying)
- [Copying a chart](#copying)
1. [Reefing](#reefing)

## Tying a boat
Make fast to a ring:

\`\`\`text
bowline 2 turns
\`\`\`

## Rules

1. ### At night
   Show a red lamp to port.
2. ### In fog
   Sound a horn every two minutes.

> [!tip] Anchors
> Let out chain five times the depth.

| Force | Wind |
|---|---|
| 6 | Strong breeze |
| 8 | Gale |

Q: Which knot joins two ropes?
A: The sheet bend

P: ¿Qué lado es babor?
R: El izquierdo

## Test
Which sail is set before the wind?

- [ ] a) The jib
- [ ] b) The spinnaker

<!-- to do: more -->
`;

async function lookup(): Promise<Lookup> {
  const { deck } = await readNotes('sailing.md', new TextEncoder().encode(NOTES));
  return buildLookup(deck?.passages ?? []);
}

/** What is quoted to a question. */
async function quoted(question: string): Promise<string> {
  const notes = await lookup();
  const { answer, near } = notes.find(question);
  const hit = answer ?? near;
  return hit === null ? '' : notes.quote(question, hit.passage.id, 2).join('\n');
}

describe('everything that was read can be found', () => {
  it.each([
    ['how do I tie a boat to a ring?', 'bowline 2 turns'],
    ['what must I do in fog?', 'Sound a horn every two minutes'],
    ['how much chain for the anchor?', 'five times the depth'],
    ['what is force 8?', '| 8 | Gale |'],
    ['which knot joins two ropes?', 'A: The sheet bend'],
    ['¿qué lado es babor?', 'R: El izquierdo'],
  ])('%s', async (question, words) => {
    expect(await quoted(question)).toContain(words);
  });

  it('a question that its author marks is not quoted without its answer', async () => {
    const text = await quoted('knot ropes');
    expect(text.startsWith('Q: Which knot joins two ropes?\nA: The sheet bend')).toBe(true);
  });
});

describe('what says nothing by itself', () => {
  it('is no answer: a table of contents', async () => {
    const notes = await lookup();
    expect(notes.find('copying a chart').answer).toBeNull();
    expect(notes.passages.map(({ title }) => title)).not.toContain('Contents');
  });

  it('is not quoted: the options of a quiz', async () => {
    expect(await quoted('which sail is set before the wind?')).not.toMatch(/a\) The jib|b\) The spinnaker/);
  });
});
