import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addNotes } from '../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, HOUR, MONDAY_NOON, type World } from '../support/world.js';

const NOTES = `# Consenso

## Raft

- Raft es un algoritmo de consenso.
- Raft sirve para que varias réplicas acuerden un registro.
- Raft se diferencia de Paxos en que elige un líder fuerte.

## Quórum

- El quórum es la mayoría de los nodos.
- El quórum sirve para decidir sin los nodos caídos.
`;

let world: World;
let ana: BotUser;
let luis: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es'], clock);
  luis = botUser(world, 'Luis', ['en'], clock, { manages: false });
  await addNotes(world, 'consenso.md', NOTES);
});

describe('a follow-up', () => {
  it.each([
    ['qué es raft?', '¿y para qué sirve?', 'acuerden un registro'],
    ['raft', 'and how is it different from Paxos?', 'líder fuerte'],
    ['¿para qué sirve raft?', 'y el quórum?', 'nodos caídos'],
    ['what is Raft?', 'y el quórum', 'mayoría de los nodos'],
  ])('keeps its topic in a direct message: “%s”, “%s”', async (first, next, answer) => {
    await ana.ask(first);
    expect(text(await ana.ask(next))).toContain(answer);
  });

  it.each(['ask', 'explain'])('keeps it from /%s, which nobody else reads either', async (command) => {
    await ana.command(command, { [command === 'ask' ? 'question' : 'concept']: 'qué es raft' });
    expect(text(await ana.ask('¿y para qué sirve?'))).toContain('acuerden un registro');
    expect(text(await ana.command('ask', { question: '¿y para qué sirve?' }))).toContain('acuerden un registro');
  });

  it('keeps it over several questions, and after a restart', async () => {
    await ana.ask('qué es raft?');
    await ana.ask('¿y para qué sirve?');
    const restarted = botUser(world, 'Ana', ['es'], clock);
    expect(text(await restarted.ask('y en qué se diferencia de Paxos?'))).toContain('líder fuerte');
  });

  it('says what it was read as', async () => {
    await ana.ask('qué es raft?');
    expect((await ana.ask('¿y en qué se diferencia de Paxos?')).title).toBe('¿en qué se diferencia raft de Paxos?');
  });

  it('goes on with the thing that is named by itself, not with the one before', async () => {
    await ana.ask('qué es raft?');
    await ana.ask('qué es el quórum?');
    expect(text(await ana.ask('¿y para qué sirve?'))).toContain('nodos caídos');
  });

  it('ends: what was spoken of long ago is asked for', async () => {
    await ana.ask('qué es raft?');
    clock.now += 3 * HOUR;
    expect(text(await ana.ask('¿y para qué sirve?'))).toContain('¿Sobre qué? Pregúntamelo otra vez con su nombre.');
  });

  it('is no gap where it has no topic', async () => {
    await ana.ask('¿y para qué sirve?');
    await ana.ask('how does it scale?');
    expect(text(await ana.command('gaps'))).toContain('Hasta ahora los apuntes han respondido a todo.');
  });

  it('is a gap with its topic', async () => {
    await ana.ask('qué es zookeeper?');
    await ana.ask('¿y quién mantiene eso?');
    expect(text(await ana.command('gaps'))).toContain('zookeeper');
  });

  it.each(['gracias', 'hola', '/hoy', 'ayuda', 'y ajustes', 'y hoy?'])('is not “%s”', async (said) => {
    await ana.ask('qué es raft?');
    expect(text(await ana.ask(said))).not.toMatch(/algoritmo|acuerden|líder/);
  });
});

describe('a topic', () => {
  it('is never another person’s, nor another place’s', async () => {
    await ana.ask('qué es raft?');
    expect(text(await luis.ask('¿y para qué sirve?'))).not.toContain('acuerden');
    expect(text(await ana.ask('¿y para qué sirve?', true))).not.toContain('acuerden');
    await luis.ask('what is the quórum?', true, [], 'thread 1');
    expect(text(await luis.ask('¿y para qué sirve?'))).not.toMatch(/acuerden|nodos caídos/);
    expect(text(await ana.ask('¿y para qué sirve?', true, [], 'thread 2'))).not.toContain('nodos caídos');
    expect(text(await ana.ask('¿y para qué sirve?', true, [], 'thread 1'))).toContain('nodos caídos');
  });

  it('of one conversation never reaches another, as a property', async () => {
    const place = fc.constantFrom('alone', 't1', 't2');
    const who = fc.constantFrom('Ana', 'Luis');
    const step = fc.record({ place, who, asks: fc.constantFrom('raft', 'quórum', null) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const fresh = await createWorld();
        await addNotes(fresh, 'consenso.md', NOTES);
        const people = new Map(['Ana', 'Luis'].map((name) => [name, botUser(fresh, name, ['es'], clock)]));
        const topics = new Map<string, string>();
        for (const { place: at, who: name, asks } of steps) {
          const key = at === 'alone' ? `alone ${name}` : at;
          const aloud = at !== 'alone';
          const view = await people.get(name)?.ask(asks ?? '¿y para qué sirve?', aloud, [], at);
          const topic = topics.get(key);
          if (asks !== null) topics.set(key, asks);
          else {
            const shown = text(view ?? { body: [] });
            expect(shown.includes('acuerden')).toBe(topic === 'raft');
            expect(shown.includes('nodos caídos')).toBe(topic === 'quórum');
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('a line in a thread that does not call the bot', () => {
  const follows = (said: string, conversation = 'c1') =>
    ana.app.follows({ workspaceId: world.team, conversation, personId: 'eva', text: said });

  it.each([
    '¿y para qué sirve?',
    'and how is it different from Paxos?',
    'y el quórum?',
    'how do I configure it?',
    '¿qué es el quórum?',
  ])('is answered where it goes on: “%s”', async (said) => {
    await luis.ask('qué es raft?', true);
    expect(await follows(said)).toBe(true);
    expect(await follows(said, 'elsewhere')).toBe(false);
  });

  it.each([
    'ok, thanks',
    'I think Raft is great',
    'Luis, and how is it different?',
    '@Luis ¿y para qué sirve?',
    '¿tú qué opinas?',
    'who comes to lunch?',
    '¿y quién viene a comer hoy?',
    'can you review my change?',
    'what time is it?',
    'y mañana?',
    'lol',
    'is it today?',
    'it works for me',
  ])('is talk between people: “%s”', async (said) => {
    await luis.ask('qué es raft?', true);
    expect(await follows(said)).toBe(false);
  });

  it('stores nothing about who wrote it', async () => {
    await luis.ask('qué es raft?', true);
    await follows('¿y para qué sirve?');
    const people = await world.opened.store.learners.list(world.team, 10);
    expect(people.map(({ name }) => name)).toEqual(['Luis']);
  });
});

describe('several questions in one message', () => {
  it('are answered one by one, each with what was spoken of', async () => {
    const view = await ana.ask('¿Qué es el quórum? ¿Y para qué sirve? ¿Qué es zookeeper?');
    const said = text(view);
    expect(said.indexOf('mayoría de los nodos')).toBeLessThan(said.indexOf('nodos caídos'));
    expect(said).toMatch(/1\. ¿Qué es el quórum\?[\s\S]*2\. ¿para qué sirve quórum\?[\s\S]*3\. ¿Qué es zookeeper\?/);
    expect(labels(view)).toContain('Avísame');
    expect(text(await ana.command('gaps'))).toContain('zookeeper');
    expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
  });

  it.each([true, false])('are so aloud and alone, and by /ask (aloud: %s)', async (aloud) => {
    const said = text(await luis.ask('what is raft and how is it different from Paxos?', aloud));
    expect(said).toContain('algoritmo de consenso');
    expect(said).toContain('líder fuerte');
    const asked = await luis.command('ask', { question: 'qué es raft? qué es el quórum?' });
    expect(text(asked)).toMatch(/algoritmo[\s\S]*mayoría/);
  });

  it('are at most five, and it is said that others are left', async () => {
    const many = Array.from({ length: 7 }, (_, n) => `¿qué es raft${n}?`).join(' ');
    const view = await ana.ask(many);
    expect(text(view)).toContain('Quedan 2 preguntas: mándame el resto en otro mensaje.');
    expect(text(view)).not.toContain('6.');
  });

  it('leave greetings and thanks out', async () => {
    const view = await ana.ask('hola, ¿qué tal? ¿qué es raft? gracias');
    expect(text(view)).toContain('algoritmo de consenso');
    expect(text(view)).not.toMatch(/1\. /);
  });
});
