import { type Child, Fragment } from 'hono/jsx';
import { splitHeadline } from '../headline.js';
import type { Bar, Block } from '../port.js';
import { inlineMarkdownToHtml, markdownToHtml } from './markdown.js';
import { ControlView } from './render-control.js';

/** Notes as HTML in which nothing can run: `markdown.ts` lets only plain elements through. */
export function Markdown({ source }: { source: string }): Child {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: markdownToHtml(source) }} />;
}

function Inline({ source }: { source: string }): Child {
  return <span class="prose" dangerouslySetInnerHTML={{ __html: inlineMarkdownToHtml(source) }} />;
}

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

function HeadlineView({ markdown }: BlockOf<'headline'>): Child {
  const { line, rest } = splitHeadline(markdown);
  return (
    <div class="headline">
      {line === '' ? null : (
        <h2>
          <Inline source={line} />
        </h2>
      )}
      {rest === '' ? null : <Markdown source={rest} />}
    </div>
  );
}

/** The words beside a bar say the same, so that it is read only once. */
function BarView({ bar }: { bar: Bar }): Child {
  return <progress value={String(bar.value)} max={String(bar.max)} aria-hidden="true" />;
}

function CaptionView({ text, bar }: BlockOf<'caption'>): Child {
  return (
    <p class="caption">
      <span>{text}</span>
      {bar === undefined ? null : <BarView bar={bar} />}
    </p>
  );
}

function RowsView({ rows }: BlockOf<'rows'>): Child {
  return (
    <ul class="rows">
      {rows.map(({ markdown, bar, controls }) => (
        <li>
          <div class="row-words">
            <Inline source={markdown} />
            {bar === undefined ? null : <BarView bar={bar} />}
          </div>
          {controls.length === 0 ? null : (
            <div class="row-controls">
              {controls.map((control) => (
                <ControlView control={control} keyName={undefined} />
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function CodeView({ code }: BlockOf<'code'>): Child {
  return (
    <pre class="code" tabindex={0}>
      <code>{code}</code>
    </pre>
  );
}

function ListView({ items, ordered }: BlockOf<'list'>): Child {
  const lines = items.map((item) => (
    <li>
      <Inline source={item} />
    </li>
  ));
  return ordered ? <ol class="items">{lines}</ol> : <ul class="items">{lines}</ul>;
}

function FieldsView({ fields }: BlockOf<'fields'>): Child {
  return (
    <dl class="fields">
      {fields.map(({ name, value }) => (
        <Fragment>
          <dt>
            <Inline source={name} />
          </dt>
          <dd>
            <Inline source={value} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function MetersView({ meters }: BlockOf<'meters'>): Child {
  return (
    <ul class="meters">
      {meters.map(({ label, value, max, text }) => (
        <li>
          <span class="meter-label">{label}</span>
          <span class="meter-text">{text}</span>
          <progress value={String(value)} max={String(max)} aria-label={`${label}: ${text}`} />
        </li>
      ))}
    </ul>
  );
}

function BlockView({ block }: { block: Block }): Child {
  switch (block.kind) {
    case 'text':
      return <Markdown source={block.markdown} />;
    case 'code':
      return <CodeView {...block} />;
    case 'list':
      return <ListView {...block} />;
    case 'fields':
      return <FieldsView {...block} />;
    case 'meters':
      return <MetersView {...block} />;
    case 'headline':
      return <HeadlineView {...block} />;
    case 'caption':
      return <CaptionView {...block} />;
    case 'rows':
      return <RowsView {...block} />;
  }
}

export function Blocks({ blocks }: { blocks: readonly Block[] }): Child {
  return (
    <>
      {blocks.map((block) => (
        <BlockView block={block} />
      ))}
    </>
  );
}
