import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  messageMarkdown,
  messageText,
  namelessIn,
  questionText,
  withoutMention,
} from '../../../src/chat/slack/message-text.js';
import { commandSchema, messageSchema } from '../../../src/chat/slack/payloads.js';

describe('what was said', () => {
  it.each([
    ['entities', 'a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['a person', 'ask <@U123|ana>', 'ask ana'],
    ['a person without a name', 'ask <@U123>', 'ask @U123'],
    ['a channel', 'see <#C1|general>', 'see #general'],
    ['everybody', '<!here> look', '@here look'],
    ['a group', '<!subteam^S1> look', '@group look'],
    ['a link with words', '<https://x.org|the docs>', 'the docs'],
    ['a bare link', '<https://x.org/?a=1&amp;b=2>', 'https://x.org/?a=1&b=2'],
  ])('shows %s as its words', (_, text, words) => {
    expect(messageText(text)).toBe(words);
  });

  it.each([
    ['what is a <@B1> layer', 'what is a layer'],
    ['<@B1> layers?', 'layers?'],
    ['<@B1>', ''],
  ])('leaves the bot’s own name out of %j', (text, words) => {
    expect(withoutMention(text, 'B1')).toBe(words);
  });

  it.each([
    ['*bold* and ~gone~', '**bold** and ~~gone~~'],
    ['2*3*4 and a_b_c', '2*3*4 and a_b_c'],
    ['• one\n  ◦ two', '- one\n  - two'],
    ['Use `char *p*` here', 'Use `char *p*` here'],
    ['```\nint *a*, b;\n• raw\n```', '```\nint *a*, b;\n• raw\n```'],
    ['`SELECT *, COUNT(*) FROM t`', '`SELECT *, COUNT(*) FROM t`'],
    ['*bold* `a*b*c` *bold*', '**bold** `a*b*c` **bold**'],
    ['```~x~ *y*``` and ~gone~', '```~x~ *y*``` and ~~gone~~'],
    ['`a &lt;b&gt; *c*` &amp; *d*', '`a <b> *c*` & **d**'],
    ['a lone ` and *bold*', 'a lone ` and **bold**'],
  ])('keeps %j as Markdown', (text, markdown) => {
    expect(messageMarkdown(text)).toBe(markdown);
  });

  it('never changes code, whatever stands in it and around it', () => {
    const unit = fc.constantFrom('*', '~', '•', '_', ' ', 'a', 'SELECT', '<', '>', '&', '\n', '(', ')');
    const code = fc.string({ unit, minLength: 1 });
    const words = fc.string({ unit: fc.constantFrom('*', '~', '• ', 'a', ' ', 'b') });
    const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(words, code, fc.constantFrom('`', '```'), words, (before, inside, fence, after) => {
        const kept = messageMarkdown(`${before}${fence}${encoded(inside)}${fence}${after}`);
        expect(kept).toContain(`${fence}${inside}${fence}`);
      }),
    );
  });

  it('names people whose names are known', () => {
    const names = new Map([['U123', 'Ana']]);
    expect(messageMarkdown('ask <@U123> or <@U9|ben>, not <@U7>', names)).toBe('ask @Ana or ben, not @U7');
    expect(namelessIn('ask <@U123>, <@U123> or <@U9|ben> in <#C1>')).toEqual(['U123']);
  });
});

describe('what is looked up of what was typed', () => {
  it.each([
    ['<https://docs.docker.com|layers>', 'layers'],
    ['<https://x.org/?a=1&amp;b=2>', 'https://x.org/?a=1&b=2'],
    ['<@U123ABC> layers', 'layers'],
    ['layers <#C123ABC|>', 'layers'],
    ['<@U123ABC|ana> layers', 'ana layers'],
    ['layers :whale:', 'layers'],
    ['layers :+1::skin-tone-3:', 'layers'],
    ['why :thinking_face:?', 'why ?'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['lay\u200bers', 'layers'],
    ['std::vector::push at 10:30:00', 'std::vector::push at 10:30:00'],
    ['alias:prom meaning:Prometheus', 'alias:prom meaning:Prometheus'],
    ['what is `a :b: c`', 'what is `a :b: c`'],
  ])('of %j is %j', (text, words) => {
    expect(questionText(text)).toBe(words);
  });

  it.each([
    [':wave:', ':wave:'],
    ['<@U123ABC>', '@U123ABC'],
    ['', ''],
  ])('of %j, which has no words, is what it shows: %j', (text, words) => {
    expect(questionText(text)).toBe(words);
  });

  it('is read where a command enters', () => {
    const typed = { channel_id: 'C1', user_id: 'U1', command: '/repaso', response_url: 'u', trigger_id: 't' };
    expect(commandSchema.parse({ ...typed, text: 'explain <https://x.org|layers>' }).text).toBe('explain layers');
  });
});

describe('a message as Slack tells it', () => {
  const message = { channel: 'D1', ts: '1700000000.000100', user: 'U1' };

  it('is read where parts of it are missing or null', () => {
    expect(messageSchema.parse({ ...message, text: null, files: null, user_profile: null })).toMatchObject({
      text: '',
      files: [],
      user_profile: {},
    });
  });

  it('comes with its files', () => {
    const file = { id: 'F1', name: 'screen.png', size: 10, url_private_download: 'https://files.slack.com/f' };
    expect(messageSchema.parse({ ...message, files: [file, { id: 'F2' }] }).files).toEqual([
      { name: 'screen.png', size: 10, url_private_download: 'https://files.slack.com/f' },
      { name: '', size: 0 },
    ]);
  });
});
