import { beforeEach, describe, expect, it } from 'vitest';
import { groundedView } from '../../src/bot/views/grounded-view.js';
import { renderView as renderForDiscord } from '../../src/chat/discord/render-view.js';
import type { View } from '../../src/chat/port.js';
import { renderView as renderForSlack } from '../../src/chat/slack/render-view.js';
import { markdownToHtml } from '../../src/chat/web/markdown.js';
import { readAnswer } from '../../src/tutor/ask/answering/read-answer.js';
import { refusals, textsOf } from '../chat/discord/discord-limits.js';
import { expectMessage } from '../chat/slack/slack-problems.js';
import { aPassage } from '../contracts/store/world.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { pingsIn, pingsInText } from '../support/fake-slack/pings.js';
import { type ModelWorld, teachPassages, withModel } from '../support/model-world.js';
import { createWorld, MONDAY_NOON } from '../support/world.js';

const QUESTION = '¿dónde se guardan los datos cuando se borra un contenedor?';
const BODY = 'Los datos de un contenedor se guardan en un volumen, que sobrevive al contenedor.';

let model: ModelWorld;
let ana: BotUser;
beforeEach(async () => {
  const world = await createWorld();
  const headings = ['More', 'Persistencia'];
  await teachPassages(world, [aPassage('volumes', { title: 'Persistencia', headings, body: BODY })]);
  model = await withModel();
  ana = botUser(world, 'Ana', ['es'], { now: MONDAY_NOON }, {}, { answering: model.answering });
});

describe('a question that a language model answers', () => {
  it.each([true, false])('shows each sentence with its source, which opens (aloud: %s)', async (aloud) => {
    model.fake.replies({ kind: 'text', text: 'Los datos se guardan en un volumen [1]. Sobrevive al contenedor [1].' });
    const view = await ana.ask(QUESTION, aloud);
    expect(text(view)).toContain('Los datos se guardan en un volumen. [1] Sobrevive al contenedor. [1]');
    expect(text(view)).toContain('[1] More › Persistencia · docker.md, línea 3');
    expect(text(view)).toContain('Escrito por un modelo de lenguaje');
    expect(labels(view)).toEqual(['1 · Persistencia']);
    expect(text(await ana.pressLabel(view, /Persistencia/))).toContain(BODY);
  });

  it('is answered under /explain too, where the notes have no such name', async () => {
    model.fake.replies({ kind: 'text', text: 'Los datos se guardan en un volumen [1].' });
    expect(text(await ana.command('explain', { concept: QUESTION }))).toContain('volumen. [1]');
    expect((await ana.command('explain', { concept: 'imagenes' })).title).toBe('Imágenes');
    expect(model.fake.asked).toHaveLength(1);
  });

  it.each([true, false])('gets the notes’ own words with a calm line where it does not (aloud: %s)', async (aloud) => {
    model.fake.replies({ kind: 'status', status: 500 });
    const view = await ana.ask(QUESTION, aloud);
    expect(text(view)).toContain(BODY);
    expect(text(view)).toContain('el modelo de lenguaje no ha respondido');
    expect(view.tone).toBeUndefined();
  });

  it('is refused honestly where the passages do not hold the answer', async () => {
    model.fake.replies({ kind: 'text', text: 'NO_ANSWER' });
    const view = await ana.ask(QUESTION);
    expect(text(view)).toContain('Los apuntes no lo dicen. Lo más cercano está en Persistencia:');
    expect(labels(view)).toEqual(['Todo sobre «Persistencia»', 'Avísame']);
  });
});

/** As they would stand there if every check before had let them through. */
const HOSTILE = [
  '@everyone <@123456789012345678> <@&123456789012345678> look',
  '<!channel> <!here> <@U12345678> <!subteam^S123> <#C123> @here',
  '**bold** [link](/evil) ![p](/evil/p.png) `code` <javascript:alert(1)>',
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '# heading\n> quote\n- list\n```\nfence',
  '[1]: /evil "x" [1]',
  '~~gone~~ ||spoiler|| __under__ *x* _y_ :tada:',
];

/** What would be a link even as plain text; reading the answer takes it away. */
const ADDRESSES = [
  'Look at https://evil.example/p?q=1 now',
  'Look at <https://evil.example|this> or HTTPS://EVIL.EXAMPLE now',
  'Look at [this](https://evil.example) or ![that](https://evil.example/p.png) now',
  'Look at www.evil.example or ana@evil.example or mailto:ana@evil.example now',
  'Look at [this][1] now\n[1]: https://evil.example',
];

describe('what a model says', () => {
  const view = (hostile: string): View =>
    groundedView('en', {
      kind: 'grounded',
      sentences: [{ text: hostile, citations: [1] }],
      sources: [aPassage('p', { title: hostile, headings: [hostile] })],
    });

  it.each(ADDRESSES)('leads nowhere: %j', (hostile) => {
    const read = readAnswer(hostile, 'en');
    const shown = groundedView('en', { kind: 'grounded', sentences: read, sources: [aPassage('p')] });
    const [block] = shown.body;
    expect(text(shown)).toContain('now');
    expect(markdownToHtml(block?.kind === 'text' ? block.markdown : '')).toMatch(/^<p>[^<]*<\/p>\s*$/u);
    const platforms = [renderForDiscord(shown, { scope: null }), renderForSlack(shown).messages];
    expect(JSON.stringify(platforms)).not.toMatch(/evil|"type":"(?:link|image)"/iu);
  });

  it.each(HOSTILE)('is text in a view, whatever it is: %j', (hostile) => {
    const shown = text(view(hostile));
    expect(shown).toContain(hostile.replaceAll(/\s+/gu, ' ').trim());
  });

  it.each(HOSTILE)('calls nobody and is no markup on Discord: %j', (hostile) => {
    for (const message of renderForDiscord(view(hostile), { scope: null })) {
      expect(refusals(message)).toEqual([]);
      expect(message.allowed_mentions).toEqual({ parse: [] });
      expect(textsOf(message).join('\n')).not.toMatch(/(?<!\\)\[[^\]]*\]\(http|^```/mu);
    }
  });

  it.each(HOSTILE)('calls nobody and is no markup on Slack: %j', (hostile) => {
    const { messages } = renderForSlack(view(hostile));
    for (const message of messages) {
      expectMessage(message);
      expect(pingsIn(message.blocks, 'blocks')).toEqual([]);
      expect(pingsInText(message.text, { linkNames: false, parse: 'none' })).toEqual([]);
      expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(?:link|image)"/u);
    }
  });

  it.each(HOSTILE)('is no markup in the web room: %j', (hostile) => {
    const [block] = view(hostile).body;
    expect(markdownToHtml(block?.kind === 'text' ? block.markdown : '')).toMatch(/^<p>[^<]*<\/p>\s*$/u);
  });
});
