/** Charts as SVG by hand: few marks, and nothing that a package would make simpler. They follow the reader's light or dark. */

export type Line = { readonly name: string; readonly values: readonly number[]; readonly colour: number };

export type Panel = {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Levels marked across the panel, each with its name. */
  readonly marks: readonly { readonly at: number; readonly name: string }[];
  readonly from: number;
  readonly to: number;
  readonly written: (value: number) => string;
  /** Under the ends of the panel and its middle. */
  readonly under: readonly [string, string, string];
};

const WIDTH = 760;
const MARGIN = { left: 64, right: 24, top: 44, bottom: 32 } as const;
const PLOT = { width: WIDTH - MARGIN.left - MARGIN.right, height: 140 } as const;
const PANEL_HEIGHT = MARGIN.top + PLOT.height + MARGIN.bottom;
const LEGEND_HEIGHT = 36;
const TICKS = 4;

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600; font-size: 15px }
    .small { fill: #59636e }
    .ground { fill: #ffffff }
    .grid { stroke: #d1d9e0; stroke-width: 1 }
    .mark { stroke: #59636e; stroke-width: 1; stroke-dasharray: 5 4 }
    .line { fill: none; stroke-width: 2; stroke-linejoin: round }
    .c0 { stroke: #0969da } .c1 { stroke: #bc4c00 } .c2 { stroke: #1a7f37 } .c3 { stroke: #8250df }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .small { fill: #9198a1 } .ground { fill: #0d1117 }
      .grid { stroke: #3d444d } .mark { stroke: #9198a1 }
      .c0 { stroke: #58a6ff } .c1 { stroke: #f0883e } .c2 { stroke: #3fb950 } .c3 { stroke: #bc8cff }
    }`;

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${x}" y="${y}" ${more}>${escapeXml(words)}</text>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function heightOf({ from, to }: Panel, top: number, value: number): number {
  return top + PLOT.height * (1 - (value - from) / Math.max(1e-9, to - from));
}

function path(panel: Panel, top: number, { values, colour }: Line): string {
  const step = PLOT.width / Math.max(1, values.length - 1);
  const points = values.map((value, index) => {
    return `${fixed(MARGIN.left + index * step)},${fixed(heightOf(panel, top, value))}`;
  });
  return `<polyline class="line c${colour}" points="${points.join(' ')}"/>`;
}

function across(y: number, name: string): string {
  return `<line class="${name}" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${fixed(y)}" y2="${fixed(y)}"/>`;
}

function panelMarks(panel: Panel, offset: number): readonly string[] {
  const top = offset + MARGIN.top;
  const ticks = Array.from({ length: TICKS + 1 }, (_, at) => panel.from + ((panel.to - panel.from) * at) / TICKS);
  const bottom = top + PLOT.height + 20;
  const [left, middle, right] = panel.under;
  return [
    text(MARGIN.left, offset + 28, panel.title, 'class="title"'),
    ...ticks.flatMap((value) => {
      const y = heightOf(panel, top, value);
      return [across(y, 'grid'), text(MARGIN.left - 8, y + 4, panel.written(value), 'text-anchor="end" class="small"')];
    }),
    ...panel.lines.map((line) => path(panel, top, line)),
    ...panel.marks.flatMap(({ at, name }) => {
      const y = heightOf(panel, top, at);
      return [across(y, 'mark'), text(WIDTH - MARGIN.right, y - 5, name, 'text-anchor="end" class="small"')];
    }),
    text(MARGIN.left, bottom, left, 'class="small"'),
    text(MARGIN.left + PLOT.width / 2, bottom, middle, 'text-anchor="middle" class="small"'),
    text(WIDTH - MARGIN.right, bottom, right, 'text-anchor="end" class="small"'),
  ];
}

function legend(lines: readonly Pick<Line, 'name' | 'colour'>[], y: number): readonly string[] {
  const room = PLOT.width / Math.max(1, lines.length);
  return lines.flatMap(({ name, colour }, index) => {
    const x = MARGIN.left + index * room;
    return [
      `<line class="line c${colour}" x1="${fixed(x)}" x2="${fixed(x + 22)}" y1="${y - 4}" y2="${y - 4}"/>`,
      text(x + 28, y, name),
    ];
  });
}

/** Panels one below the other, with the names of the lines under them where there are several in one. */
export function chart(
  description: string,
  panels: readonly Panel[],
  named: readonly Pick<Line, 'name' | 'colour'>[],
): string {
  const height = panels.length * PANEL_HEIGHT + (named.length > 0 ? LEGEND_HEIGHT : 0);
  const body = [
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    ...panels.flatMap((panel, index) => panelMarks(panel, index * PANEL_HEIGHT)),
    ...legend(named, height - 14),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(description)}">
  <style>${STYLE}
  </style>
  ${body.join('\n  ')}
</svg>
`;
}
