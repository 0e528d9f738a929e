import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { addNotes } from '../../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../../support/bot-user.js';
import { createWorld, type World } from '../../support/world.js';

let world: World;
let ana: BotUser;
beforeAll(async () => {
  world = await createWorld();
  await addNotes(world, 'docker.md', readFileSync('flashcards/docker.md', 'utf8'));
  ana = botUser(world, 'Ana', ['en']);
});

function overhear(words: string) {
  const { person, place } = ana;
  return ana.app.overhear({ kind: 'question', person, place, text: words, aloud: true, conversation: null, files: [] });
}

describe('among people', () => {
  it.each([
    'what is a layer?',
    '¿qué es un registry?',
    'what is istio for?',
    'what do cgroups limit?',
    '¿cuándo llegó LXC a Linux?',
    'hey, how are layers identified?',
    '¿para qué sirve un Dockerfile?',
  ])('%s is offered an answer, which is the asker’s alone', async (words) => {
    const offer = await overhear(words);
    expect(offer && text(offer)).toContain('Shall I look that up?');
    expect(offer && text(await ana.pressLabel(offer, /Look it up/))).toContain('docker.md, line');
  });

  it.each([
    'what time is the meeting?',
    'who is coming for lunch?',
    '¿a qué hora es la reunión?',
    'can you review my PR?',
    'did you see the image I sent?',
    'has anyone seen my docker laptop?',
    'why is the build so slow?',
    'who has the certificate for the server?',
    'is docker down again?',
    '¿se cayó docker otra vez?',
    'what about the api?',
    'what is your name?',
    'where is the code?',
    'is the container delivered?',
    'do we have a new version?',
    'how is the system today?',
    'can you send me the file?',
    'what is the plan for the application?',
    'which docker version do we use?',
    '¿alguien tiene el código?',
    '¿lo repasamos mañana?',
    'shall we review docker tomorrow?',
    'why?',
    'what?',
    'docker is great',
    'what docker does is great',
    'hola a todos',
    'lol',
    'layers',
    `what is a layer? ${'and so on '.repeat(40)}?`,
  ])('%s is left alone', async (words) => {
    expect(await overhear(words)).toBeNull();
  });

  it('is greeted back who greets it by its name', async () => {
    const view = await overhear('hola Repaso');
    expect(view && text(view)).toContain('Hello, Ana');
    expect(view && labels(view)).toHaveLength(3);
  });

  it('nothing is a gap of what was heard', async () => {
    await overhear('what is the plan for the application?');
    expect(text(await ana.command('gaps'))).toContain('The notes have answered everything');
  });
});
