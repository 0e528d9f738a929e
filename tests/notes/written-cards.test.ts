import { describe, expect, it } from 'vitest';
import { asked, cardsOf, skipped } from './support.js';

describe('a card that somebody wrote is never dropped', () => {
  const forms = [
    ['on one line', 'Who rules?::the king', 'Who rules? → the king'],
    ['in a list', '- Who rules?::the king', 'Who rules? → the king'],
    ['both ways', 'ruler:::king', '**ruler** → king'],
    ['over lines', 'Who rules?\n?\nthe king', 'Who rules? → the king'],
    ['with its letters', 'Q: Who rules?\nA: the king', 'Who rules? → the king'],
    ['as a task', '- [ ] Who rules?::the king', 'Who rules? → the king'],
    ['as a choice', 'Who rules?\n\n- [ ] the duke\n- [x] the king', 'Who rules? → the king'],
    ['above its list', '- Who rule? ::\n  - the king\n  - the queen', 'Who rule? → - the king\n- the queen'],
    ['as Logseq does', '- Who rules? #card\n  id:: 12-34\n\t- the king', 'Who rules? → the king'],
    ['above code', 'Q: Who rules?\n```sh\nwhoami\n```', 'Who rules? → ```sh\nwhoami\n```'],
  ] as const;
  const headings = ['Enlaces', 'Tasks', 'Ejemplo: un reino', 'References', 'Exercises', 'Resumen'];

  it.each(forms)('%s, whatever stands above', (_form, written, card) => {
    for (const heading of headings) expect(asked(`# Realm\n\n## ${heading}\n\n${written}\n`)).toEqual([card]);
  });

  it('however long it is', () => {
    const front = `What happens when ${'the ruler of a land far away and '.repeat(12)}dies?`;
    const back = 'all words of a long answer '.repeat(30).trim();
    expect(cardsOf(`# Realm\n\n${front}::${back}\n`)).toMatchObject([{ front, back }]);
  });

  it('though its question holds its answer', () => {
    expect(asked('# Realm\n\nIs a king a king?::a king\n')).toEqual(['Is a king a king? → a king']);
  });

  it('though it is asked twice: it has two right answers', () => {
    const notes = '# Realm\n\nWho rules?::the king\n\nWho rules?::the queen\n\nWho rules?::the duke\n';
    expect(asked(notes).map((card) => card.replace('**Realm**: w', 'W'))).toEqual([
      'Who rules? → - the king\n- the duke',
      'Who rules? → the queen',
    ]);
  });
});

describe('what a page says about itself is no card', () => {
  it.each([
    ['a property of Logseq', 'title:: Realms\n\n- A line\n'],
    ['several, one of them known', 'tags:: crowns\nkingdom-of:: France\n\n- A line\n'],
    ['a property of a block', '# T\n\n- A line of words\n  id:: 12-34-56\n  collapsed:: true\n'],
    ['a field of Dataview', '# T\n\n[rating:: 5]\n'],
    ['a field inside a line', '# T\n\nThe book (published:: 1998) is here.\n'],
    ['a field of its own', '# T\n\nstatus:: finished\n'],
    ['a name of C++', '# T\n\nstd::vector holds elements\n'],
    ['a name of Rust', '# T\n\nfs::read_to_string\n'],
    ['a name of a cloud', '# T\n\nAWS::EC2\n'],
    ['a call', '# T\n\nFoo::getInstance()\n'],
  ])('%s', (_what, notes) => {
    expect(cardsOf(notes).filter(({ front, back }) => /::|rating|id|title|status|12-34/u.test(front + back))).toEqual(
      [],
    );
    expect(asked(notes).join()).not.toMatch(/\*\*(?:std|fs|AWS|Foo|tags|kingdom-of|collapsed)\*\*/);
  });

  it('goes on with the line that it is wrapped from', () => {
    expect(asked('# T\n\nWhat holds it?::a list as in\nstd::vector of C++\n')).toEqual([
      'What holds it? → a list as in std::vector of C++',
    ]);
    expect(asked('# T\n\nWhat holds it?\n?\na list as in\nstd::vector of C++\n')).toEqual([
      'What holds it? → a list as in\nstd::vector of C++',
    ]);
  });

  it('is told with its reason', () => {
    expect(skipped('# T\n\n[rating:: 5]\n\nstatus:: finished\n')).toEqual(['3 metadata', '5 metadata']);
  });
});

describe('words of a language', () => {
  it.each([
    ['in small letters', 'gato::cat', '**gato** → cat'],
    ['with a blank behind the sign', '- beber::to drink', '**beber** → to drink'],
    ['with accents', 'être:::to be', '**être** → to be'],
    ['as names', 'Londres::London', '**Londres** → London'],
  ])('are a card %s', (_what, line, card) => expect(asked(`# Anything\n\n${line}\n`)).toEqual([card]));

  it('are cards though they look like code, where they stand together', () => {
    expect(asked('# Signs\n\nUK::GB\n\nUSA::US\n\nUAE::AE\n')).toEqual(['**UK** → GB', '**USA** → US', '**UAE** → AE']);
  });
});

describe('an answer below its sign', () => {
  it('goes on behind code without a blank line', () => {
    const notes = '# Shell\n\nHow do you see it?\n?\n```sh\ncat file\n```\nIt shows all of it.\n\nAnother line.\n';
    expect(asked(notes)).toEqual(['How do you see it? → ```sh\ncat file\n```\nIt shows all of it.']);
  });

  it('holds cards that are cards as well', () => {
    const notes =
      '# Realm\n\n- Who are they? #card\n\t- kings\n\t- Who follows?::the heir\n\t- {{c1::Louis}} was one\n';
    expect(asked(notes).slice(1)).toEqual(['Who follows? → the heir', expect.stringMatching(/was one → Louis$/)]);
  });

  it('is not taken from a card that stands there', () => {
    const notes = '# Shell\n\n## How do you count?\n\nWhich key ends it?::Ctrl and D\n';
    expect(asked(notes)).toEqual(['Which key ends it? → Ctrl and D']);
  });
});

describe('a gap of Logseq', () => {
  it('is a card for each', () => {
    expect(asked('- Rome was founded in {{cloze 753}} on {{cloze seven}} hills #card\n')).toEqual([
      'Rome was founded in […] on seven hills → 753',
      'Rome was founded in 753 on […] hills → seven',
    ]);
  });
});
