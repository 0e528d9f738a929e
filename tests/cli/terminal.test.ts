import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../src/cli/terminal.js';

function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, ...createTerminal(input, output) };
}

describe('the terminal', () => {
  it('asks, one answer a line, also where the lines came before the questions', async () => {
    const { input, output, ask, close } = terminal();
    input.write('one\ntwo\n');
    expect([await ask('first? '), await ask('second? ')]).toEqual(['one', 'two']);
    const third = ask('third? ');
    input.write('three\n');
    expect(await third).toBe('three');
    close();
    expect(output.read().toString()).toContain('third? ');
  });

  it('takes the end of the input for silence', async () => {
    const { input, ask } = terminal();
    const first = ask('first? ');
    input.end();
    expect(await first).toBe('');
    expect(await ask('second? ')).toBe('');
  });
});
