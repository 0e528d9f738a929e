import { beforeEach, describe, expect, it } from 'vitest';
import { doubtWords } from '../../src/bot/doubt-words.js';
import { encodeActionRef } from '../../src/chat/action-ref.js';
import { controlsOf } from '../../src/chat/controls-of.js';
import { MESSAGE_LIMITS } from '../../src/chat/discord/limits.js';
import { fits } from '../../src/chat/fit.js';
import type { View } from '../../src/chat/port.js';
import { DOUBTS } from '../../src/core/card.js';
import { deckId } from '../../src/core/ids.js';
import { LANGUAGES } from '../../src/core/language.js';
import { createSources } from '../../src/tutor/decks/sources.js';
import { type BotUser, botUser, labels, options, rowOf, text } from '../support/bot-user.js';
import { doubtingReader } from '../support/doubting-reader.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let clock: { now: number };
let ana: BotUser;
let luis: BotUser;
beforeEach(async () => {
  world = await createWorld();
  clock = { now: MONDAY_NOON };
  const sources = createSources(doubtingReader);
  ana = botUser(world, 'Ana', ['en'], clock, {}, { sources });
  luis = botUser(world, 'Luis', ['es'], clock, { manages: false }, { sources });
});

const IP = '- **IP**: número que identifica una máquina en una red.';
const DNS = '- **DNS**: servicio que traduce nombres a direcciones.';
const REST = ['Router', 'Proxy', 'Puerto', 'Socket', 'Dominio'].map(
  (term, index) => `- **${term}**: pieza número ${index} de una red de máquinas. {worth 0.3${index}}`,
);
const NOTES = ['# Redes', '', IP, `${DNS} {gap 0.45}`, ...REST, ''].join('\n');

async function paste(who: BotUser, notes: string): Promise<View> {
  clock.now += 60_000;
  return who.submit(await who.commandForm('import'), { text: notes, name: 'redes' });
}

async function imported(): Promise<View> {
  return ana.pressLabel(await paste(ana, NOTES), /^Apply$/);
}

async function pile(): Promise<View> {
  return ana.pressLabel(await imported(), /6 to look at/);
}

const rowsOf = (view: View) => view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
/** Without what was just said. */
const cardRows = (view: View) => rowsOf(view).filter(({ controls }) => controls.length > 1);
async function asked() {
  const cards = await world.opened.store.decks.cards(world.team, deckId('redes'));
  return cards.filter(({ paused }) => !paused).map(({ front }) => front);
}

describe('an import with cards that are not sure', () => {
  it('says before how many there are, with the best three and why', async () => {
    const looked = await paste(ana, NOTES);
    expect(text(looked)).toMatch(/1 new\. 6 more to look at\./);
    const list = looked.body.findLast((block) => block.kind === 'list');
    expect(list?.kind === 'list' ? list.items : []).toEqual([
      expect.stringMatching(/DNS.* → .*direcciones.*\*the gap may hide/),
      expect.stringMatching(/Dominio.*\*it may not be worth knowing\*/),
      expect.stringMatching(/Socket/),
      'and 3 more',
    ]);
    expect(labels(looked)).toEqual(['Apply', 'Take those 6 too', 'Cancel']);
    expect(await asked()).toEqual([]);
  });

  it('takes them all where somebody wants them, and leaves them out again', async () => {
    const all = await ana.pressLabel(await paste(ana, NOTES), /Take those 6 too/);
    expect(text(all)).toMatch(/7 new\.[\s\S]*come along too/);
    const without = await ana.pressLabel(all, /Leave out/);
    expect(text(without)).toMatch(/1 new\. 6 more to look at/);
    const done = await ana.pressLabel(await ana.pressLabel(without, /Take those/), /^Apply$/);
    expect(text(done)).toMatch(/Done: Redes\. 7 new\.$/m);
    expect(await asked()).toHaveLength(7);
    expect(text(await ana.command('deck'))).not.toContain('to look at');
  });

  it('says after it how many are left, with a button; in /deck too, for those who may decide', async () => {
    const done = await imported();
    expect(text(done)).toMatch(/^Done: Redes\. 1 new\. 6 more to look at\.$/m);
    expect(labels(await ana.command('deck'))).toContain('6 to look at');
    expect(labels(await luis.command('deck'))).not.toContain('6 por decidir');
    expect(text(await ana.command('deck'))).toMatch(/Redes.*1 in all/);
  });

  it('is no import without cards where none is sure', async () => {
    const looked = await paste(ana, `# Redes\n\n${DNS} {gap 0.2}\n`);
    expect(text(looked)).toMatch(/1 more to look at/);
    const done = await ana.pressLabel(looked, /^Apply$/);
    expect(text(done)).toMatch(/^Done: Redes\. 1 more to look at\.$/m);
  });

  it('offers a member neither: what they send waits for somebody else', async () => {
    const looked = await paste(luis, NOTES);
    expect(text(looked)).toMatch(/1 nueva\. 6 más por decidir\./);
    expect(labels(looked)).toEqual(['Cancelar']);
  });

  it('tells which cards are not sure any more', async () => {
    await ana.pressLabel(await paste(ana, `# Redes\n\n${IP}\n${DNS}\n`), /^Apply$/);
    const looked = await paste(ana, `# Redes\n\n${IP}\n${DNS} {twice 0.2}\n`);
    expect(text(looked)).toMatch(/1 unchanged\. 1 more to look at\.[\s\S]*Not sure any more[\s\S]*DNS/);
    expect(text(looked)).not.toContain('Gone');
  });
});

describe('the cards to look at', () => {
  it('come the surest first, each with its reason, its line and three buttons', async () => {
    const view = await pile();
    expect(view.title).toBe('6 cards to look at');
    const [first, ...others] = cardRows(view);
    expect(text({ body: [{ kind: 'text', markdown: first?.markdown ?? '' }] })).toMatch(
      /DNS.* → .*direcciones.* · the gap may hide a word that matters little · redes\.md, line 4/,
    );
    expect(others.map(({ markdown }) => /dominio|socket|puerto/iu.exec(markdown)?.[0].toLowerCase())).toEqual([
      'dominio',
      'socket',
      'puerto',
    ]);
    expect(first?.controls.map(({ label }) => label)).toEqual(['Yes', 'Edit', 'No']);
    expect(labels(view)).toEqual(expect.arrayContaining(['Yes to all on this page', 'No to all on this page', 'Next']));
  });

  it('are one message everywhere, and every button can be sent', async () => {
    const first = await pile();
    const second = await ana.pressLabel(first, /^No$/, /Dominio/);
    const last = await ana.pressLabel(second, /^Next$/);
    for (const view of [first, second, last]) {
      expect(fits(view, MESSAGE_LIMITS)).toBe(true);
      for (const control of controlsOf(view)) if (control.kind === 'button') encodeActionRef(control.action);
    }
  });

  it('go into the deck with one press, in place, and back with another', async () => {
    const view = await ana.pressLabel(await pile(), /^Yes$/, /DNS/);
    expect(text(view)).toMatch(/In the deck: .*DNS/);
    expect(view.title).toBe('5 cards to look at');
    expect(await asked()).toHaveLength(2);
    const back = await ana.pressLabel(view, /^Undo$/);
    expect(text(back)).toMatch(/can be looked at again/);
    expect([back.title, (await asked()).length]).toEqual(['6 cards to look at', 1]);
  });

  it('are not undone over what somebody changed since', async () => {
    const view = await ana.pressLabel(await pile(), /^Yes$/, /DNS/);
    await ana.pressLabel(view, /^Yes$/, /Dominio/);
    expect(text(await ana.pressLabel(view, /^Undo$/))).toMatch(/has changed since/);
    expect(await asked()).toHaveLength(3);
  });

  it('are declined with one press; who did is told, and it can be taken back', async () => {
    const view = await ana.pressLabel(await pile(), /^No$/, /DNS/);
    expect(text(view)).toMatch(/Declined: .*DNS/);
    const declined = await ana.pressLabel(view, /Declined \(1\)/);
    expect(text(declined)).toMatch(/DNS.*declined by Ana.*line 4/);
    const again = await ana.pressLabel(declined, /Look again/);
    expect(text(again)).toMatch(/No card is declined/);
    expect((await ana.pressLabel(again, /^Back$/)).title).toBe('6 cards to look at');
    const undone = await ana.pressLabel(view, /^Undo$/);
    expect(text(undone)).toMatch(/Somebody has decided this already/);
  });

  it('can be given other words on the way', async () => {
    const view = await pile();
    const form = await ana.formOf(rowOf(view, /DNS/), /^Edit$/);
    expect(form.fields.map((field) => (field.kind === 'text' ? field.value : ''))).toEqual([
      '¿Qué es DNS?',
      expect.stringMatching(/^servicio que traduce nombres a direcciones\.$/i),
    ]);
    const after = await ana.submit(form, { front: '¿Qué traduce el DNS?', back: 'Nombres a direcciones.' });
    expect(text(after)).toMatch(/In the deck/);
    expect(await asked()).toContain('¿Qué traduce el **DNS**?');
    const blank = await ana.submit(form, { front: ' ', back: 'x' });
    expect(blank.tone).toBe('warning');
  });

  it('are decided on all together, those that are shown and no other', async () => {
    const view = await pile();
    const yes = await ana.pressLabel(view, /^Yes to all/);
    expect(text(yes)).toMatch(/4 cards are in the deck now/);
    expect([yes.title, (await asked()).length]).toEqual(['2 cards to look at', 5]);
    const twice = await ana.pressLabel(view, /^Yes to all/);
    expect(text(twice)).toMatch(/Somebody has decided this already/);
    const no = await ana.pressLabel(yes, /^No to all/);
    expect(text(no)).toMatch(/2 cards are declined[\s\S]*nothing to look at/);
    expect(await asked()).toHaveLength(5);
    expect((await ana.pressLabel(no, /^Undo$/)).title).toBe('2 cards to look at');
  });

  it('are nobody’s business who may not change the deck', async () => {
    const view = await pile();
    for (const label of [/^Yes$/, /^No$/]) {
      expect(text(await luis.pressLabel(rowOf(view, /DNS/), label))).not.toContain('DNS');
    }
    expect(text(await luis.pressLabel(view, /^Yes to all/))).not.toContain('Redes');
    expect(await asked()).toHaveLength(1);
    expect((await ana.pressLabel(await ana.command('deck'), /to look at/)).title).toBe('6 cards to look at');
  });

  it('say nothing to somebody whose button is old: another has decided', async () => {
    const view = await pile();
    await ana.pressLabel(view, /^Yes$/, /DNS/);
    expect(text(await ana.pressLabel(view, /^No$/, /DNS/))).toMatch(/Somebody has decided this already/);
    expect(await asked()).toHaveLength(2);
  });
});

describe('how sure cards must be here', () => {
  it('is a setting of those who manage the place, and moves cards at once', async () => {
    await imported();
    const settings = await ana.command('settings');
    const cards = await ana.pressLabel(settings, /^Cards of notes$/);
    expect(options(cards)).toEqual(['Only sure cards', 'Sure cards and likely ones', 'All cards']);
    const all = await ana.choose(cards, /^All cards$/);
    expect(text(all)).toMatch(/Saved\. 6 cards have joined the decks\./);
    expect(await asked()).toHaveLength(7);
    const sure = await ana.choose(all, /^Only sure/);
    expect(text(sure)).toMatch(/Saved\. 6 cards wait to be looked at\./);
    expect((await ana.pressLabel(sure, /6 to look at/)).title).toBe('6 cards to look at');
    expect((await ana.pressLabel(sure, /^Back$/)).title).toBe('Your settings');
  });

  it('is not shown to others, nor taken from them', async () => {
    const settings = await luis.command('settings');
    expect(labels(settings)).not.toContain('Tarjetas de apuntes');
    await luis.press({ action: 'settings.sureness', args: [] }, 'all');
    expect(await world.opened.store.workspaces.sureness(world.team)).toBe('likely');
  });
});

it.each(LANGUAGES)('says each reason in its own words in %s', (language) => {
  const words = DOUBTS.map((reason) => doubtWords(language, reason));
  expect(new Set(words).size).toBe(DOUBTS.length);
  for (const sentence of words) expect(sentence).toMatch(/^\p{L}[^.]{10,70}$/u);
});
