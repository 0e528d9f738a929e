import { beforeEach, describe, expect, it } from 'vitest';
import { encodeActionRef } from '../../src/chat/action-ref.js';
import { controlsOf } from '../../src/chat/controls-of.js';
import type { View } from '../../src/chat/port.js';
import { deckId } from '../../src/core/ids.js';
import { zipOf } from '../formats/support.js';
import { type BotUser, botUser, labels, rowOf, text } from '../support/bot-user.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let clock: { now: number };
let ana: BotUser;
let luis: BotUser;
beforeEach(async () => {
  world = await createWorld();
  clock = { now: MONDAY_NOON };
  ana = botUser(world, 'Ana', ['en'], clock);
  luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
});

async function formOf({ app, person, place }: BotUser) {
  clock.now += 60_000;
  const route = app.route({ kind: 'command', person, command: 'import', options: {} });
  if (route?.answer !== 'form') throw new Error('expected a form');
  return route.open(place);
}

async function paste(who: BotUser, notes: string): Promise<View> {
  return who.submit(await formOf(who), { text: notes, name: 'redes' });
}

async function send(who: BotUser, name: string, content: string | Uint8Array): Promise<View> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return who.submit(await formOf(who), {}, { file: { name, size: bytes.length, read: async () => bytes } });
}

const rowsOf = (view: View) => view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
const counts = (view: View) => view.body.find((block) => block.kind === 'text');

const IP = '- **IP**: número que identifica una máquina en una red.';
const PORT = '- **Puerto**: número de un servicio en una máquina.';
const DNS = '- **DNS**: sistema que da una dirección a cada nombre.';
const deckOf = (...lines: readonly string[]) => `# Redes\n\n${lines.join('\n')}\n`;

describe('the preview of notes', () => {
  it('is called so, and says in a few words what may be sent', async () => {
    const form = await formOf(ana);
    expect(form).toMatchObject({ title: 'Import notes', submitLabel: 'Preview' });
    expect(form.fields.map(({ label }) => label)).toEqual([
      'File: notes, CSV, JSON, Anki or a zip',
      'Or paste your notes',
      'Deck name, for pasted notes',
    ]);
    const looked = await paste(ana, deckOf(IP, PORT));
    expect(looked.title).toBe('Preview: Redes');
    expect(labels(looked)).toEqual(['Apply', 'Cancel']);
  });

  it('counts only what there is, in both languages', async () => {
    const looked = await paste(ana, deckOf(IP, PORT));
    expect(counts(looked)).toEqual({ kind: 'text', markdown: '2 new.' });
    const done = await ana.pressLabel(looked, /^Apply$/);
    expect(text(done)).toMatch(/^Done: Redes\. 2 new\.$/m);
    expect(counts(await paste(luis, deckOf(IP, `${PORT} Hay muchos.`, DNS)))).toEqual({
      kind: 'text',
      markdown: '1 nueva, 1 editada (se conserva el progreso), 1 sin cambios.',
    });
    expect(counts(await paste(ana, deckOf(IP)))).toEqual({ kind: 'text', markdown: '1 gone (paused), 1 unchanged.' });
  });

  it('tells after an undo that the cards come back, not that they were edited', async () => {
    const done = await ana.pressLabel(await paste(ana, deckOf(IP, PORT)), /^Apply$/);
    await ana.pressLabel(await ana.pressLabel(done, /^Undo$/), /^Take it back$/);
    const again = await paste(ana, deckOf(IP, PORT));
    expect(counts(again)).toEqual({ kind: 'text', markdown: '2 come back.' });
    expect(text(again)).toMatch(/Back again[\s\S]*IP/);
    expect(text(again)).not.toContain('Edited');
    expect(text(await ana.pressLabel(again, /^Apply$/))).toMatch(/Done: Redes\. 2 come back\./);
    const cards = await world.opened.store.decks.cards(world.team, deckId('redes'));
    expect(cards.map(({ paused }) => paused)).toEqual([false, false]);
  });

  it('tells the same of cards that come by a file of cards', async () => {
    const csv = 'front,back\nuno,one\ndos,two\n';
    const done = await ana.pressLabel(await send(ana, 'numeros.csv', csv), /^Apply$/);
    await ana.pressLabel(await ana.pressLabel(done, /^Undo$/), /^Take it back$/);
    expect(text(await send(ana, 'numeros.csv', csv))).toMatch(
      /numeros: 2 come back\.[\s\S]*Back again[\s\S]*uno → one/,
    );
  });

  it('counts each card once: what is unclear is not new as well', async () => {
    await ana.pressLabel(await paste(ana, deckOf(IP, PORT)), /^Apply$/);
    const looked = await paste(ana, deckOf(IP, '- **Puerto lógico**: número de un servicio dentro de una máquina.'));
    const block = counts(looked);
    const numbers = block?.kind === 'text' ? (block.markdown.match(/\d+/g) ?? []).map(Number) : [];
    expect(text(looked)).not.toMatch(/\b0 /);
    expect(numbers.length).toBeGreaterThan(0);
  });

  it('can be cancelled by whoever sent the notes, who may not change decks', async () => {
    const looked = await paste(luis, deckOf(IP));
    expect(labels(looked)).toEqual(['Cancelar']);
    expect(text(await luis.pressLabel(looked, /^Cancelar$/))).toContain('Cancelado. No ha cambiado nada.');
    expect(text(await ana.command('queue'))).not.toContain('redes.md');
  });
});

describe('lines without a card', () => {
  const NOTES = `# Redes

${IP}

Algunas cosas que recordar:

- A menudo en caché.
- ¿Qué es una VLAN?
- TODO: escribir sobre VLAN

\`\`\`sh
ip addr show
\`\`\`

- [ ] leer la documentación

Véase también [Puertos](puertos.md).
`;

  it('are behind a button with their number, five a page, each with its line and its reason', async () => {
    const looked = await paste(ana, NOTES);
    expect(labels(looked)).toEqual(['Apply', 'Lines without a card (7)', 'Cancel']);
    expect(text(looked)).not.toContain('repaso cards');
    const lines = await ana.pressLabel(looked, /^Lines/);
    expect(lines.title).toBe('Lines without a card');
    expect(rowsOf(lines)).toHaveLength(5);
    expect(text(lines)).toContain('1–5 of 7');
    expect(text(rowOf(lines, /Algunas cosas/))).toContain(
      'Algunas cosas que recordar: · line 5: it only introduces what follows',
    );
    expect(text(rowOf(lines, /ip addr show/))).toContain('line 11: code without a sentence');
    const rest = await ana.pressLabel(lines, /^Next$/);
    expect(rowsOf(rest)).toHaveLength(2);
    expect(text(await ana.pressLabel(rest, /^Back to the preview$/))).toContain('1 new.');
  });

  it('say why in the language of who reads', async () => {
    await ana.command('editors');
    const lines = await luis.pressLabel(await paste(luis, NOTES), /^Líneas sin tarjeta \(7\)$/);
    expect(text(rowOf(lines, /VLAN\?/))).toContain('línea 8: una pregunta sin respuesta al lado');
  });

  it('become cards by a form that begins with what the line has', async () => {
    const lines = await ana.pressLabel(await paste(ana, NOTES), /^Lines/);
    const question = await ana.formOf(rowOf(lines, /VLAN\?/), /^Make a card$/);
    expect(question.fields).toMatchObject([{ value: '¿Qué es una VLAN?' }, { value: '' }]);
    const point = await ana.formOf(rowOf(lines, /A menudo/), /^Make a card$/);
    expect(point.fields).toMatchObject([{ value: '' }, { value: 'A menudo en caché.' }]);
    const code = await ana.formOf(rowOf(lines, /ip addr/), /^Make a card$/);
    expect(code.fields).toMatchObject([{ value: '' }, { value: '```sh\nip addr show\n```' }]);
    const kept = await ana.submit(question, { front: '¿Qué es una VLAN?', back: 'Una red dentro de otra.' });
    expect(text(kept)).toContain('Saved in “Cards from the chat”, for everyone here.');
    expect(text(rowOf(kept, /VLAN\?/))).toContain('line 8: a card now');
    expect(controlsOf(rowOf(kept, /VLAN\?/))).toEqual([]);
    expect(text(await ana.command('explain', { concept: 'vlan' }))).toContain('Una red dentro de otra.');
    const back = await ana.pressLabel(kept, /^Back to the preview$/);
    expect(text(await ana.pressLabel(back, /^Apply$/))).toContain('Done: Redes. 1 new.');
  });

  it('stay on their page when a card is made, and an empty card is none', async () => {
    const first = await ana.pressLabel(await paste(ana, NOTES), /^Lines/);
    const second = await ana.pressLabel(first, /^Next$/);
    const form = await ana.formOf(rowOf(second, /leer la/), /^Make a card$/);
    expect(text(await ana.submit(form, { front: ' ', back: 'x' }))).toContain('Nothing was saved.');
    expect(text(await ana.submit(form, { front: 'a', back: 'b' }))).toContain('6–7 of 7');
  });

  it('are suggested by those who may not change decks', async () => {
    const lines = await luis.pressLabel(await paste(luis, NOTES), /^Líneas/);
    const form = await luis.formOf(rowOf(lines, /VLAN\?/), /^Crear tarjeta$/);
    const kept = await luis.submit(form, { front: '¿Qué es una VLAN?', back: 'Una red dentro de otra.' });
    expect(text(kept)).toContain('verá tu tarjeta y decidirá');
    expect(text(rowOf(kept, /VLAN\?/))).toContain('ya es una tarjeta');
    expect(text(await ana.command('queue'))).toContain('¿Qué es una VLAN?');
    expect(labels(await luis.pressLabel(kept, /^Volver a la vista previa$/))).toEqual([
      'Líneas sin tarjeta (7)',
      'Cancelar',
    ]);
  });

  it('are for who sent them and who may change the decks', async () => {
    const eva = botUser(world, 'Eva', ['en'], clock, { manages: false });
    const looked = await paste(luis, NOTES);
    expect(text(await eva.pressLabel(looked, /^Líneas/))).toContain('Only the people who manage this place');
    expect(text(await ana.pressLabel(looked, /^Líneas/))).toContain('¿Qué es una VLAN?');
    expect(text(await ana.press({ action: 'import.lines', args: ['nothing', '0'] }))).toContain('no longer have those');
  });

  it('are told of each file in a zip, and of rows in a table', async () => {
    const zip = zipOf({ 'redes.md': NOTES, 'otras.md': `# Otras\n\n${DNS}\n\n- ¿Qué es una LAN?\n` });
    const lines = await ana.pressLabel(await send(ana, 'todo.zip', zip), /^Lines without a card \(8\)$/);
    expect(text(await ana.pressLabel(lines, /^Next$/))).toContain('otras.md, line 5: a question without an answer');
    const table = await send(ana, 'numeros.csv', 'front,back\nuno,one\ndos,\n');
    const rows = await ana.pressLabel(table, /^Lines without a card \(1\)$/);
    expect(text(rows)).toContain('dos · row 3: there is nothing on the back');
    expect((await ana.formOf(rows, /^Make a card$/)).fields).toMatchObject([{ value: 'dos' }, { value: '' }]);
  });

  it('are not those that lost a character and have their card', async () => {
    const looked = await paste(ana, `# Redes del se\ufffdor\n\n${IP}\n`);
    expect(labels(looked)).toEqual(['Apply', 'Lines read in part (1)', 'Cancel']);
    const lines = await ana.pressLabel(looked, /^Lines/);
    expect(labels(lines)).toEqual(['Back to the preview']);
    expect(text(lines)).toMatch(/line 1: /);
  });

  it('are told once where a character is why there is no card', async () => {
    const bytes = Buffer.from(
      '# Redes\n\n- **IP**: numero de una maquina en una red.\n- **Caf\xff**: bebida caliente.\n',
      'latin1',
    );
    const lines = await ana.pressLabel(await send(ana, 'redes.md', bytes), /^Lines without a card \(1\)$/);
    expect(rowsOf(lines).map(({ markdown }) => markdown)).toEqual([
      expect.stringContaining('line 4: the words are damaged'),
    ]);
  });

  it('have buttons that every platform can hold', async () => {
    const many = deckOf(IP, ...Array.from({ length: 400 }, (_, at) => `- ¿Qué es la cosa número ${at}?`));
    const looked = await paste(ana, many);
    const lines = await ana.press({ action: 'import.lines', args: [...argsOf(looked), '79'] });
    for (const control of controlsOf(lines)) {
      if (control.kind === 'button') expect(encodeActionRef(control.action).length).toBeLessThanOrEqual(100);
    }
    expect(text(lines)).toContain('396–400 of 400');
  });

  function argsOf(view: View): readonly string[] {
    const found = controlsOf(view).find(({ label }) => label.startsWith('Lines'));
    return found?.kind === 'button' ? found.action.args.slice(0, 1) : [];
  }
});
