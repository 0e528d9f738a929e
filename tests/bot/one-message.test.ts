import { beforeAll, describe, expect, it } from 'vitest';
import { renderView as renderDiscord } from '../../src/chat/discord/render-view.js';
import type { View } from '../../src/chat/port.js';
import { renderView as renderSlack } from '../../src/chat/slack/render-view.js';
import { instant } from '../../src/core/local-date.js';
import { refusals } from '../chat/discord/discord-limits.js';
import { expectMessage } from '../chat/slack/slack-problems.js';
import { addNotes, writtenCard } from '../support/add-notes.js';
import { type BotUser, botUser, labels } from '../support/bot-user.js';
import { openForm } from '../support/open-form.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

/** A word, a name, an alias that is as long as they come. */
const LONG =
  'contenedores y capas de imágenes, explicados con todas las palabras que hacen falta para entenderlos bien';

let world: World;
let ana: BotUser;
beforeAll(async () => {
  const clock = { now: MONDAY_NOON };
  world = await createWorld();
  ana = botUser(world, 'Ana María de las Mercedes Fernández', ['es'], clock);
  const luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
  for (let n = 0; n < 20; n += 1) {
    clock.now += 1_000;
    const card = writtenCard(`¿Qué es la cosa ${n}?`, `Un número de la lista, y ${LONG}, el ${n}.`);
    const notes = `# Mazo ${n} ${LONG}\n\n${card}`;
    await addNotes(world, `mazo-${n}-${LONG.slice(0, 50)}.md`, notes);
    await world.person(`Persona ${n} ${LONG}`.slice(0, 60));
    await ana.command('alias', { alias: `${n} ${LONG}`.slice(0, 60), meaning: `${n} es ${LONG}`.slice(0, 60) });
    await luis.command('alias', { alias: `p${n} ${LONG}`.slice(0, 60), meaning: `${n} es ${LONG}`.slice(0, 60) });
  }
  for (const n of [0, 1]) {
    const deckId = (await world.opened.store.decks.list(world.team))[n]?.id;
    if (deckId === undefined) throw new Error('no deck');
    await world.opened.store.folderNotes.put(
      world.team,
      { deckId, file: `mazo ${n} ${LONG}.md`, contentHash: 'x', draft: null, news: 1 },
      instant(clock.now),
    );
  }
});

async function second(view: View): Promise<View> {
  return ana.pressLabel(view, /^Siguiente$/);
}

async function changedCards(): Promise<View> {
  const list = await second(await ana.command('cards', { words: 'cosa contenedores explicados palabras' }));
  const form = await openForm(ana, list, /^Editar$/);
  return ana.submit(form, { front: `¿Qué es ${LONG} ${LONG}?`, back: `${LONG} ${LONG}` });
}

async function takenBack(): Promise<View> {
  const changes = await second(await ana.pressLabel(await ana.command('deck'), /^Cambios$/));
  return ana.pressLabel(await ana.pressLabel(changes, /^Deshacer$/), /^Deshacerla$/);
}

async function removedAlias(): Promise<View> {
  const list = await second(await ana.command('alias'));
  return ana.pressLabel(await ana.pressLabel(list, /^Quitar$/), /^Quitar$/);
}

async function namedEditor(): Promise<View> {
  return ana.pressLabel(await second(await ana.command('editors')), /^Nombrar$/);
}

const LISTS: readonly (readonly [string, () => Promise<View>, number])[] = [
  ['/deck with news of the folder', () => ana.command('deck'), 8],
  ['/cards after a change', changedCards, 13],
  ['the changes after an undo', takenBack, 6],
  ['/alias after one was removed, with suggestions', removedAlias, 13],
  ['/editors after one was named', namedEditor, 10],
];

describe('a page of a list, with the longest words', () => {
  it.each(
    LISTS,
  )('%s is one message of Discord and of Slack, and has all of its buttons there', async (_, show, most) => {
    const view = await show();
    expect(labels(view).length).toBeGreaterThanOrEqual(most);
    const onDiscord = renderDiscord(view, { scope: '123456789012345678' });
    expect(onDiscord.map(refusals)).toEqual([[]]);
    expect(JSON.stringify(onDiscord).match(/custom_id/g)).toHaveLength(labels(view).length);
    const { messages, rest } = renderSlack(view);
    expect([messages.length, rest]).toEqual([1, null]);
    for (const message of messages) expectMessage(message);
    expect(JSON.stringify(messages).match(/action_id/g)).toHaveLength(labels(view).length);
  });
});
