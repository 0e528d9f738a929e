import { expect, it } from 'vitest';
import { withoutMarks } from './index.js';

it.each([
  ['**bold** and *it* and __under__ and ~~gone~~', 'bold and it and under and gone'],
  ['***both*** and **bold *inside***', 'both and bold inside'],
  ['### Title\n-# small\n> quoted', 'Title\nsmall\nquoted'],
  ['`code **as is**`', 'code **as is**'],
  ['```sh\ndocker *ps*\n```', 'docker *ps*'],
  ['\\*no mark\\* \\_x\\_ \\# \\\\', '*no mark* _x_ # \\'],
  ['\\`\\`\\`', '```'],
  ['[text](https://example.org) <https://example.org>', 'text https://example.org'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['a lonely ** stays', 'a lonely ** stays'],
])('reads %j', (markdown, words) => {
  expect(withoutMarks(markdown)).toBe(words);
});
