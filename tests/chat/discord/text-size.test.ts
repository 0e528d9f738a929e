import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boldMarkdown, discordMarkdown } from '../../../src/chat/discord/markdown.js';
import { textSize } from '../../../src/chat/discord/text-size.js';
import { runs } from '../../support/runs.js';
import { anyText, HUGE, hostileText } from './arbitrary.js';

describe('textSize', () => {
  it('is nothing for nothing and little more than the length for prose', () => {
    const prose = 'Un contenedor es un proceso aislado del resto del sistema. '.repeat(40);
    expect(textSize('')).toBe(0);
    expect(textSize(prose)).toBeLessThan(prose.length * 1.02);
  });

  it('bounds what discordMarkdown makes of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => discordMarkdown(text).length <= textSize(text)),
      { numRuns: runs(1_000) },
    );
  });

  it.each(HUGE)('bounds what discordMarkdown makes of a huge text (%#)', (text) => {
    expect(discordMarkdown(text).length).toBeLessThanOrEqual(textSize(text));
    const part = text.slice(0, 3_000);
    expect(discordMarkdown(part).length).toBeLessThanOrEqual(textSize(part));
  });

  it('bounds the bold form of most names', () => {
    fc.assert(fc.property(fc.string(), (text) => boldMarkdown(text).length <= textSize(text) + 4));
  });

  it('never falls as a text grows', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, anyText), fc.nat(), (text, at) => {
        const cut = text.slice(0, at % (text.length + 1));
        return textSize(cut) <= textSize(text);
      }),
      { numRuns: runs(1_000) },
    );
  });
});
