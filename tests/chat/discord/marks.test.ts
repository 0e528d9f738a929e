import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText, optionText, shownText } from '../../../src/chat/discord/marks.js';

const known = (names: Readonly<Record<string, string>>) => (id: string) => names[id] ?? null;
const NAMES = {
  user: known({ '80351110224678912': 'Ana', '1': 'Ben' }),
  role: known({ '5': 'Infra' }),
  channel: known({ '7': 'general' }),
};

describe('a value of a command', () => {
  it.each([
    ['layers <:docker:123456789012345678>', 'layers'],
    ['<@123456789012345678> layers', 'layers'],
    ['<@!123456789012345678> layers', 'layers'],
    ['<@&123456789012345678> layers', 'layers'],
    ['layers in <#123456789012345678>', 'layers in'],
    ['<a:dance:123456789012345678>layers', 'layers'],
    ['layers <t:1618953630>', 'layers'],
    ['layers <t:1618953630:R>', 'layers'],
    ['layers </review:816437322781949972>', 'layers'],
    ['layers </foo bar:816437322781949972>', 'layers'],
    ['<id:browse> layers', 'layers'],
    ['lay<:x:1>ers', 'lay ers'],
    ['"layers"', 'layers'],
    ['“layers” <:docker:123456789012345678>', 'layers'],
    ['«las capas de una imagen»', 'las capas de una imagen'],
    ['lay\u200bers\u2060', 'layers'],
    ['layers 🐳', 'layers 🐳'],
    ['a < b and c > d', 'a < b and c > d'],
    ['Map<:string:>', 'Map<:string:>'],
    ['what does `<t:1618953630>` do', 'what does `<t:1618953630>` do'],
  ])('%j is looked up as %j', (value, words) => {
    expect(optionText(value)).toBe(words);
  });

  it.each([
    ['<:docker:123456789012345678>', 'docker'],
    ['</review:816437322781949972>', '/review'],
    ['<t:1618953630>', '2021-04-20 21:20 UTC'],
    ['<@123456789012345678>', ''],
    ['\u200b', ''],
  ])('%j, which has no words, is what it shows: %j', (value, words) => {
    expect(optionText(value)).toBe(words);
  });

  it('has no mark left, whatever is typed', () => {
    const mark = fc.constantFrom(
      '<@1>',
      '<#7>',
      '<:docker:12>',
      '<a:d:1>',
      '<t:0:R>',
      '</review:1>',
      '<@&5>',
      '<id:x>',
    );
    const typed = fc.array(fc.oneof(mark, fc.constantFrom('layers', ' ', '"', '«', '\u200b', '<', '>')));
    fc.assert(
      fc.property(typed, (parts) => {
        const words = optionText(parts.join(''));
        expect(words).not.toMatch(/<(?:@|#|a?:\w+:|t:|\/)\w*:?\d+/);
      }),
    );
  });
});

describe('words said to the bot', () => {
  it.each([
    ['</review:816437322781949972> docker', '/review docker'],
    ['  </review:816437322781949972>', '/review'],
    ['what does </review:816437322781949972> do', 'what does do'],
    ['layers <:docker:123456789012345678>?', 'layers ?'],
    ['two\nlines', 'two\nlines'],
    ['<:wave:123456789012345678>', ':wave:'],
    ['<@1>', ''],
  ])('%j means %j', (said, words) => {
    expect(messageText(said)).toBe(words);
  });
});

describe('a message that is kept', () => {
  it.each([
    ['ship it <:docker:123456789012345678>', 'ship it :docker:'],
    ['<a:dance:123456789012345678> yes', ':dance: yes'],
    ['<@80351110224678912> and <@!1> know', '@Ana and @Ben know'],
    ['<@&5>: see <#7>', '@Infra: see #general'],
    ['ask <@99> of <@&98> in <#97>', 'ask @… of @… in #…'],
    ['until <t:1618953630:f>', 'until 2021-04-20 21:20 UTC'],
    ['type </review:816437322781949972>', 'type /review'],
    ['see <id:guide>', 'see #guide'],
    ['`<@1>` is how <@1> is written', '`<@1>` is how @Ben is written'],
    ['```\n<:x:1>\n```', '```\n<:x:1>\n```'],
    ['a **bold** word', 'a **bold** word'],
    ['the year <t:999999999999>', 'the year'],
  ])('%j reads %j', (message, shown) => {
    expect(shownText(message, NAMES)).toBe(shown);
  });
});
