import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../src/bot/features.js';
import { slackWords } from '../../../src/bot/slack-words.js';
import { readCommand } from '../../../src/chat/slack/commands.js';

const commands = FEATURES.map(({ command }) => command);

function read(command: string, text: string, prefix = 'repaso-') {
  const known = async () => new Map([['deck', ['Docker CSV', 'Docker']]]);
  return readCommand({ command, text }, { commands, prefix, words: slackWords(['en']), fallback: 'today', known });
}

describe('a slash command', () => {
  it.each([
    ['/repaso', '', 'today', {}],
    ['/repaso', 'help', 'help', {}],
    ['/repaso', '/Help', 'help', {}],
    ['/repaso', 'repasar redes de computadores', 'review', { deck: 'redes de computadores' }],
    ['/repaso', 'alias prom Prometheus', 'alias', { alias: 'prom', meaning: 'Prometheus' }],
    ['/repaso', 'alias alias:prom meaning:Prometheus', 'alias', { alias: 'prom', meaning: 'Prometheus' }],
    ['/repaso', 'alias “prom” = “Prometheus server”', 'alias', { alias: 'prom', meaning: 'Prometheus server' }],
    ['/repaso', 'ask why are images light?', 'ask', { question: 'why are images light?' }],
    ['/repaso', 'ask what does prom: mean?', 'ask', { question: 'what does prom: mean?' }],
    ['/repaso', 'explain', 'explain', {}],
    ['/repaso-alias', 'prom', 'alias', { alias: 'prom' }],
    ['/repaso-export', 'csv docker', 'export', { deck: 'docker', format: 'csv' }],
    ['/repaso-export', 'docker csv', 'export', { deck: 'docker csv' }],
  ])('%s %s runs %s with %j', async (command, text, name, options) => {
    expect(await read(command, text)).toEqual({ kind: 'command', command: name, options });
  });

  it.each([
    'layers',
    'what is a layer?',
    'rev',
    'hola',
    'help me understand layers',
    'today!',
    '"what is a layer?"',
  ])('/repaso %s is said to the bot', async (text) => {
    expect(await read('/repaso', text)).toEqual({ kind: 'question', text });
  });

  it('that is no longer there is said to the bot as it was typed', async () => {
    expect(await read('/repaso-dance', 'all night')).toEqual({ kind: 'question', text: '/dance all night' });
  });

  it('says what is wrong with its options', async () => {
    expect(await read('/repaso', 'export docker pdf')).toMatchObject({
      kind: 'refused',
      problem: expect.stringContaining('format is one of'),
    });
  });
});
