import type { Child } from 'hono/jsx';
import { fitView } from '../fit.js';
import type { View } from '../port.js';
import { cardKeys } from './card-keys.js';
import { CARD_LIMITS } from './limits.js';
import { Blocks, Markdown } from './render-block.js';
import { ControlView } from './render-control.js';
import type { KeptFile } from './room-log.js';
import type { RoomWords } from './words.js';

/** A view of the bot as a card. What is too long for one is a press away, and its buttons stay in reach. */
export function Card({ view, file, words }: { view: View; file: KeptFile | null; words: RoomWords }): Child {
  const { pages, rest } = fitView(view, CARD_LIMITS);
  const [first, ...more] = pages;
  const { title, tone = 'neutral' } = first;
  const { controls = [], footer } = pages.at(-1) ?? first;
  const keys = cardKeys(controls);
  return (
    <div class={`card ${tone}`} data-awaits={view.awaits === undefined ? undefined : ''}>
      {title === undefined ? null : <h2 class="card-title">{title}</h2>}
      <Blocks blocks={first.body} />
      {more.length === 0 ? null : (
        <details class="rest">
          <summary>{words.showRest}</summary>
          <Blocks blocks={more.flatMap((page) => page.body)} />
          {rest === null ? null : <p class="line">{rest}</p>}
        </details>
      )}
      {file === null ? null : (
        <p>
          <a class="button plain" href={`/files/${file.id}`} download={file.name}>
            {words.saveFile(file.name, file.size)}
          </a>
        </p>
      )}
      {footer === undefined ? null : (
        <footer class="card-footer">
          <Markdown source={footer} />
        </footer>
      )}
      {controls.length === 0 ? null : (
        <fieldset class="controls" aria-label={words.choose}>
          {controls.map((control) => (
            <ControlView control={control} keyName={keys.get(control)} />
          ))}
        </fieldset>
      )}
    </div>
  );
}
