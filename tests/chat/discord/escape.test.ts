import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, codeBlock, codeSpan, escapeText } from '../../../src/chat/discord/escape.js';
import { textSize } from '../../../src/chat/discord/text-size.js';
import { hostileText } from './arbitrary.js';
import { shownByClient, textShownByClient } from './discord-client.js';

const seen = (text: string): string => text.replaceAll('\u200b', '');

describe('escapeText', () => {
  it.each([
    ['bold and italic', '**a** *b* __c__ _d_ ***e***'],
    ['strikethrough and spoiler', '~~a~~ ||b||'],
    ['code', '`a` ``b`` ```c```'],
    ['headings', '# a\n## b\n  ### c'],
    ['subtext', '-# small'],
    ['lists', '- a\n* b\n+ c\n1. d\n  12. e'],
    ['quotes', '> a\n>>> b'],
    ['everyone', '@everyone and @here'],
    ['mentions', '<@1> <@!2> <@&3> <#4>'],
    ['emoji', '<:a:1> <a:b:2> :smile: :+1: :a:b:'],
    ['times, commands and places', '<t:1:R> </cmd:1> <id:customize>'],
    ['mail and telephone', '<me@x.yz> <+12345> <tel:12345>'],
    ['backslashes', '\\*a\\* \\\\ \\'],
    ['a shrug', '¯\\_(ツ)_/¯'],
    ['names of code', 'snake_case_name __init__ a*b*c'],
    ['other programs', 'steam://run/1_2_3'],
    ['nothing special', 'Un contenedor es un proceso aislado: 10:30, a < b, 3 > 2.'],
  ])('shows %s as it is written', (_, text) => {
    expect(shownByClient(escapeText(text))).toBe(text);
  });

  it.each([
    ['https://docs.docker.com/get-started', '‹url›https://docs.docker.com/get-started‹/url›'],
    ['see https://x.y/a_b_c.', 'see ‹url›https://x.y/a_b_c‹/url›.'],
    ['(https://x.y/a)', '(‹url›https://x.y/a‹/url›)'],
    ['https://x.y/w_(z)', '‹url›https://x.y/w_(z)‹/url›'],
    ['http://localhost:8080/a_b', '‹url›http://localhost:8080/a_b‹/url›'],
    ['http://a*b*c|d', 'http://a*b*c|d'],
    ['[free](https://x.y/z)', '[free](‹url›https://x.y/z‹/url›)'],
  ])('keeps the address in %j pressable where its signs allow', (text, shown) => {
    expect(shownByClient(escapeText(text))).toBe(shown);
  });

  it('leaves nothing to the client but addresses, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const clean = cleanText(text);
        const shown = shownByClient(escapeText(clean));
        expect(shown.replaceAll(/‹\/?url›/g, '')).toBe(seen(clean));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never larger than its size says', () => {
    fc.assert(
      fc.property(hostileText, (text) => escapeText(text).length <= textSize(text)),
      { numRuns: 2_000 },
    );
  });
});

describe('code', () => {
  it.each(['a', 'a`b', '`', '``', '` `` `', '```', 'a\\b', '*a*', '@everyone', ' a '])('shows %j in a line', (code) => {
    expect(shownByClient(codeSpan(code))).toBe(`‹code›${code}‹/code›`);
  });

  it('shows any code in a line as it is', () => {
    const code = fc.string({ unit: fc.constantFrom('`', '*', '\\', 'a', ' ', '<', '|'), minLength: 1 });
    fc.assert(
      fc.property(code, (text) => {
        const shown = textShownByClient(codeSpan(text));
        expect(shown.trim()).toBe(text.trim());
      }),
    );
  });

  it.each([
    ['a fence inside', 'x\n```\ny', '```\nx\n``​`\ny\n```'],
    ['many backticks', '`````', '```\n``​``​`\n```'],
    ['signs that mean something elsewhere', '**a** \\* <@1> @everyone', '```\n**a** \\* <@1> @everyone\n```'],
  ])('shows %s in a block', (_, code, markdown) => {
    expect(codeBlock(code)).toBe(markdown);
    expect(textShownByClient(markdown)).toBe(code);
  });

  it.each([
    ['js', 'js'],
    ['C++', 'c++'],
    ['', ''],
    ['{.python .numberLines}', ''],
    ['`', ''],
  ])('takes the language %j as %j', (language, shown) => {
    expect(codeBlock('x', language)).toBe(`\`\`\`${shown}\nx\n\`\`\``);
  });

  it('is nothing without code', () => {
    expect(codeBlock(' \n ')).toBe('');
  });
});
