import { createInterface, type Interface } from 'node:readline';

type Terminal = {
  /** The next typed line, which may have been typed before the question. The end of the input is an empty answer. */
  ask(question: string): Promise<string>;
  /** Releases the terminal, so that the program can end. */
  close(): void;
};

/** Asks the person at the terminal. Reads nothing before the first question. */
export function createTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  const typed: string[] = [];
  let reader: Interface | null = null;
  let isOver = false;
  let answer: ((line: string) => void) | null = null;

  function onLine(line: string): void {
    if (answer === null) typed.push(line);
    else answer(line);
    answer = null;
  }

  function open(): Interface {
    const opened = createInterface({ input, output });
    opened.on('line', onLine);
    opened.once('close', () => {
      isOver = true;
      answer?.('');
    });
    return opened;
  }

  return {
    ask(question) {
      reader ??= open();
      if (!isOver) reader.setPrompt(question);
      const ahead = typed.shift();
      if (isOver) return Promise.resolve(ahead ?? '');
      reader.prompt();
      return ahead === undefined
        ? new Promise((resolve) => {
            answer = resolve;
          })
        : Promise.resolve(ahead);
    },
    close: () => reader?.close(),
  };
}
