/** SVGs made to cost more than they look: each is read or refused in seconds, and never ends the process. */
const svg = (inside: string, attributes = 'viewBox="0 0 200 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join("");
const box = '<rect width="10" height="10"/>';
const dataUrl = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString("base64")}`;

function nestedPictures(levels: number): string {
  let inner = svg(box);
  for (let level = 0; level < levels; level++) inner = svg(`<image width="9" height="9" href="${dataUrl(inner)}"/>`);
  return inner;
}

const html = (inside: string, style = "") =>
  svg(
    `<foreignObject width="200" height="100"><div xmlns="http://www.w3.org/1999/xhtml" style="${style}">${inside}</div></foreignObject>`,
  );
const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}a b${close.repeat(levels)}`;

const entities = times(20, (n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);

/** What refers to itself, at once and by way of another. */
export const circles: Record<string, string> = {
  "a use of itself": svg(`<g id="a"><use href="#a"/>${box}</g>`),
  "uses of each other": svg(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/>${box}</g>`),
  "a pattern in itself": svg(
    `<pattern id="a" width="9" height="9"><rect width="9" height="9" fill="url(#a)"/></pattern><rect fill="url(#a)" width="50" height="50"/>`,
  ),
  "a mask in itself": svg(
    `<mask id="a"><rect width="50" height="50" mask="url(#a)"/></mask><g mask="url(#a)">${box}</g>`,
  ),
  "a mask on itself": svg(`<mask id="a" mask="url(#a)">${box}</mask><g mask="url(#a)">${box}</g>`),
  "a clip on itself": svg(`<clipPath id="a" clip-path="url(#a)">${box}</clipPath><g clip-path="url(#a)">${box}</g>`),
  "clips on each other": svg(
    `<clipPath id="a" clip-path="url(#b)">${box}</clipPath><clipPath id="b">${'<rect width="9" height="9" clip-path="url(#a)"/>'}</clipPath><g clip-path="url(#a)">${box}</g>`,
  ),
  "a marker in itself": svg(
    `<marker id="a"><path d="M0 0L9 9" marker-start="url(#a)" stroke="red"/></marker><path d="M0 0L9 9" marker-end="url(#a)" stroke="red"/>`,
  ),
  "a gradient of itself": svg(`<linearGradient id="a" href="#a"/><rect fill="url(#a)" width="50" height="50"/>`),
  "gradients of each other": svg(
    `<linearGradient id="a" href="#b"/><radialGradient id="b" href="#a"/><rect fill="url(#a)" width="50" height="50"/>`,
  ),
  "a filter of itself": svg(`<filter id="a"><feImage href="#b"/></filter><g id="b" filter="url(#a)">${box}</g>`),
  "text on itself": svg(`<text><textPath href="#t" id="t">a</textPath></text>`),
  "a custom property of itself": svg(`<rect style="--a:var(--b);--b:var(--a);fill:var(--a)" width="50" height="50"/>`),
};

/** Little markup that comes to very much. */
/** Curves to and fro over the whole drawing and its edges, all across each other. */
function scribble(count: number): string {
  let last = 1;
  const next = () => {
    last = (last * 16_807) % 2_147_483_647;
    return (last % 600) - 50;
  };
  return `M0 0${Array.from({ length: count }, () => `C${Array.from({ length: 6 }, next).join(" ")}`).join("")}`;
}

export const bombs: Record<string, string> = {
  "a stroke of 900 curves across each other and the edge": svg(`<path d="${scribble(900)}" fill="none" stroke="red"/>`),
  "a stroke of 900 curves in dashes": svg(
    `<path d="${scribble(900)}" fill="none" stroke="red" stroke-dasharray="3 2"/>`,
  ),
  "900 curves cut to 900 curves": svg(
    `<clipPath id="c"><path d="${scribble(900)}"/></clipPath><path clip-path="url(#c)" d="${scribble(900)}"/>`,
  ),
  "HTML boxes apart in each other": html(nested(300, '<div style="position:absolute;left:1%;top:1%">', "</div>")),
  "HTML grids in grids": html(
    nested(150, '<div style="display:grid;grid-template-columns:repeat(99, 1fr)"><i>x</i>', "</div>"),
  ),
  "style rules in each other": svg(`<style>g{${"& &, & g{".repeat(60)}fill:red${"}".repeat(61)}</style><g>${box}</g>`),
  "animations that wait for each other": svg(
    times(300, (n) => {
      const begin = Array.from({ length: 9 }, (_, m) => `s${(n + m + 1) % 300}.end`).join(";");
      return `<rect><animate id="s${n}" attributeName="x" to="1" dur="1s" fill="freeze" begin="${begin}"/></rect>`;
    }),
  ),
  "HTML rows in rows": html(nested(600, '<div style="display:flex"><i>x</i>', "</div>")),
  "HTML tables in tables": html(nested(150, "<table><tr><td>x</td><td>", "</td></tr></table>")),
  "HTML boxes that shrink in each other": html(nested(300, '<div style="display:inline-block;padding:1%">', "</div>")),
  "HTML words without end": html("word ".repeat(60_000), "font-size:0.001px"),
  "HTML spaces without end": html(`a${" ".repeat(100_000)}b`, "white-space:pre-wrap"),
  "an HTML word without end": html("x".repeat(60_000), "overflow-wrap:anywhere;width:0"),
  "HTML lines without end": html("a<br/>".repeat(40_000)),
  "HTML spans in spans": html(nested(900, '<b style="font-size:1.1em;background:red;border:1e9px solid">', "</b>")),
  "an entity bomb": `<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]>${svg("<title>&e20;</title>")}`,
  "a use bomb": svg(
    `<defs><rect id="l0" width="1" height="1"/>${times(30, (n) => `<g id="l${n + 1}"><use href="#l${n}"/><use href="#l${n}"/></g>`)}</defs><use href="#l30"/>`,
  ),
  "a pattern bomb": svg(
    `${times(30, (n) => `<pattern id="p${n + 1}" width="9" height="9"><rect width="5" height="5" fill="url(#p${n})"/><rect x="5" width="5" height="5" fill="url(#p${n})"/></pattern>`)}<rect fill="url(#p30)" width="50" height="50"/>`,
  ),
  "a mask bomb": svg(
    `${times(30, (n) => `<mask id="m${n + 1}"><g mask="url(#m${n})">${box}</g><g mask="url(#m${n})">${box}</g></mask>`)}<g mask="url(#m30)">${box}</g>`,
  ),
  "a marker bomb": svg(
    `${times(30, (n) => `<marker id="k${n + 1}"><path d="M0 0L9 9L1 1" marker-mid="url(#k${n})" marker-start="url(#k${n})" stroke="red"/></marker>`)}<path d="M0 0L9 9" marker-end="url(#k30)" stroke="red"/>`,
  ),
  "a clip bomb": svg(
    `${times(30, (n) => `<clipPath id="c${n + 1}" clip-path="url(#c${n})"><rect width="9" height="9" clip-path="url(#c${n})"/></clipPath>`)}<g clip-path="url(#c30)">${box}</g>`,
  ),
  "a feImage bomb": svg(
    `${times(20, (n) => `<filter id="f${n + 1}"><feImage href="#g${n}"/><feImage href="#g${n}"/></filter><g id="g${n + 1}" filter="url(#f${n + 1})">${box}</g>`)}<g filter="url(#f20)">${box}</g>`,
  ),
  "a variable bomb": svg(
    `<g style="--v0:aaaaaaaaaa;${times(20, (n) => `--v${n + 1}:${`var(--v${n})`.repeat(10)};`)}fill:var(--v20)">${box}</g>`,
  ),
  "pictures in pictures": nestedPictures(12),
  "dashes without end": svg(
    `<path d="M0 0L1e6 0" stroke="red" stroke-width="5" stroke-dasharray="0.0001"/><path d="M0 0L200 100" stroke="red" stroke-dasharray="0 0.001"/>`,
  ),
  "markers without end": svg(
    `<marker id="k"><g>${box.repeat(50)}</g></marker><path marker-mid="url(#k)" stroke="red" d="M0 0${"L9 9".repeat(20_000)}"/>`,
  ),
  "a pattern of dust": svg(
    `<pattern id="p" width="0.0001" height="0.0001" patternUnits="userSpaceOnUse">${box}</pattern><rect fill="url(#p)" width="200" height="100"/>`,
  ),
  "a great blur": svg(
    `<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter><filter id="m"><feMorphology radius="1e5" operator="dilate"/></filter><g filter="url(#f)">${box}</g><g filter="url(#m)">${box}</g>`,
  ),
  "great turbulence": svg(
    `<filter id="f"><feTurbulence numOctaves="2000000000" baseFrequency="1e9"/></filter><rect filter="url(#f)" width="200" height="100"/>`,
  ),
  "a convolution of a million": svg(
    `<filter id="f"><feConvolveMatrix order="1000" kernelMatrix="${"1 ".repeat(1e6)}"/></filter><g filter="url(#f)">${box}</g>`,
  ),
  "a hundred steps of filter": svg(
    `<filter id="f" filterUnits="userSpaceOnUse" width="200" height="100">${'<feGaussianBlur stdDeviation="20"/><feTurbulence baseFrequency=".1" numOctaves="9"/><feMorphology radius="20"/>'.repeat(100)}</filter><rect filter="url(#f)" width="200" height="100"/>`,
  ),
};

/** Numbers that no slide holds. */
export const numbers: Record<string, string> = {
  "huge rectangles": svg(
    `<rect x="-1e7" y="-1e7" width="2e7" height="2e7" fill="red"/><rect x="1e308" y="-1e308" width="1e308" height="1e400"/>`,
  ),
  "huge circles": svg(
    `<circle r="1e9" fill="red"/><ellipse cx="1e7" rx="1e7" ry="3" stroke="red"/><circle r="1e30" stroke="red" stroke-width="1e29"/>`,
  ),
  "huge lines": svg(
    `<path d="M-1e9 0L1e9 100" stroke="red" stroke-width="4"/><line x1="-1e38" x2="1e38" stroke="red" stroke-width="1e9"/>`,
  ),
  "huge rounded corners": svg(`<rect width="1e12" height="1e12" rx="1e11" stroke="red"/>`),
  "huge transforms": svg(
    `<g transform="scale(1e200) scale(1e200)">${box}</g><g transform="matrix(1e-300 0 0 1e-300 0 0)">${box}</g><rect width="9" height="9" transform="rotate(1e300) skewX(90)"/>`,
  ),
  "no numbers": svg(
    `<rect x="NaN" width="Infinity" height="-5"/><path d="M NaN 0 L Infinity 5"/><circle r="1e999" cx="-1e999"/><g transform="scale(NaN)">${box}</g>`,
  ),
  "a viewBox of no size": svg(box, 'viewBox="0 0 1e-300 1e300"'),
  "a viewBox beyond all": svg(box, 'viewBox="-1e300 -1e300 1e308 1e308"'),
  "a page of 1e9": svg(box, 'width="1e9" height="1"'),
  "huge strokes": svg(
    `<path d="M0 0L9 9" stroke="red" stroke-width="1e300" stroke-miterlimit="1e300" stroke-dasharray="1e300 1e-300" stroke-dashoffset="1e308"/>`,
  ),
  "huge gradients": svg(
    `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="-1e300" x2="1e300" spreadMethod="repeat"><stop stop-color="red" offset="1e9"/><stop offset="NaN"/></linearGradient><radialGradient id="r" r="1e-9" spreadMethod="reflect"><stop stop-color="red"/><stop offset="1"/></radialGradient><rect fill="url(#g)" width="99" height="99"/><rect fill="url(#r)" width="99" height="99"/>`,
  ),
  "huge markers": svg(
    `<marker id="k" markerWidth="1e300" markerHeight="1e300" viewBox="0 0 1e-9 1e-9">${box}</marker><path d="M0 0L9 9" marker-end="url(#k)" stroke="red"/>`,
  ),
  "huge pictures": svg(
    `<image width="1e12" height="1e12" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>`,
  ),
  "huge text": svg(
    `<text font-size="1e9" x="1e9">A</text><text font-size="1e-9">A</text><text letter-spacing="1e9" dx="1e300 NaN">AB</text>`,
  ),
  "huge masks": svg(
    `<mask id="m" x="-1e9" y="-1e9" width="2e9" height="2e9" maskUnits="userSpaceOnUse"><rect x="-1e9" y="-1e9" width="2e9" height="2e9" fill="gray"/></mask><g mask="url(#m)"><rect x="-1e8" width="2e8" height="50"/></g>`,
  ),
};

/** Very much of everything. */
export const masses: Record<string, () => string> = {
  "100,000 nodes": () =>
    svg(
      times(
        99_990,
        (n) =>
          `<rect x="${n % 200}" y="${n % 100}" width="1" height="1" fill="#${(n % 4096).toString(16).padStart(3, "0")}"/>`,
      ),
    ),
  "100,000 nodes with ids, styles and classes": () =>
    svg(
      `<style>.a{fill:red}.b{stroke:blue}</style>${times(60_000, (n) => `<path id="shape-${n}" class="a b" style="opacity:.5;stroke-width:${n}" d="M${n % 200} 0l1 1l1 -1z"/>`)}`,
    ),
  "100,000 elements deep": () => svg(`${"<g>".repeat(100_000)}${box}${"</g>".repeat(100_000)}`),
  "1,000 elements deep": () => svg(`${'<g opacity=".5">'.repeat(1_000)}${box}${"</g>".repeat(1_000)}`),
  "500 turned groups": () => svg(`${'<g transform="rotate(1)" opacity=".99">'.repeat(500)}${box}${"</g>".repeat(500)}`),
  "500 clips in each other": () =>
    svg(
      `<clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>${'<g clip-path="url(#c)" transform="rotate(1)">'.repeat(400)}${box}${"</g>".repeat(400)}`,
    ),
  "path data of 10 MB": () =>
    svg(`<path fill="none" stroke="red" d="M0 0${times(900_000, (n) => `L${n % 199} ${n % 97}`)}"/>`),
  "a filled path of 5 MB": () => svg(`<path d="M0 0${times(450_000, (n) => `L${n % 199} ${n % 97}`)}"/>`),
  "100,000 arcs": () => svg(`<path stroke="red" d="M0 0${"a9 9 0 0 1 3 3".repeat(100_000)}"/>`),
  "crossing lines": () =>
    svg(`<path fill-rule="evenodd" d="M0 0${times(3_000, (n) => `L${(n * 7919) % 200} ${(n * 104_729) % 100}`)}z"/>`),
  "crossing lines, stroked and clipped": () =>
    svg(
      `<clipPath id="c"><circle cx="100" cy="50" r="45"/></clipPath><path clip-path="url(#c)" stroke="red" stroke-dasharray="3 1" d="M0 0${times(2_000, (n) => `L${(n * 7919) % 200} ${(n * 104_729) % 100}`)}z"/>`,
    ),
  "points without end": () =>
    svg(`<polyline fill="none" stroke="red" points="${times(700_000, (n) => `${n % 199},${n % 97} `)}"/>`),
  "a data URL of 9 MB": () =>
    svg(`<image width="9" height="9" href="data:image/png;base64,${"iVBO".repeat(2_300_000)}"/>`),
  "a data URL of an SVG of 6 MB": () =>
    svg(
      `<image width="9" height="9" href="${dataUrl(svg(times(60_000, (n) => `<rect x="${n % 200}" width="1" height="1"/>`)))}"/>`,
    ),
  "50,000 attributes": () => `<svg xmlns="http://www.w3.org/2000/svg" ${times(50_000, (n) => `a${n}="1" `)}/>`,
  "5,000 rules on 20,000 elements": () =>
    svg(`<style>${times(5_000, (n) => `g g *:nth-child(${n}n){fill:red}`)}</style>${box.repeat(20_000)}`),
  "siblings counted": () =>
    svg(
      `<style>rect:nth-child(3n+1){fill:red} rect:last-child{fill:blue} rect ~ rect{fill:green}</style>${box.repeat(99_000)}`,
    ),
  "a sheet open without end": () =>
    svg(`<style>${"@media screen{".repeat(20_000)}</style><style>${"a{".repeat(20_000)}</style>${box}`),
  "a selector open without end": () =>
    svg(`<style>${":not(".repeat(3_000)}a${")".repeat(3_000)}{fill:red}</style>${box}`),
  "a style open without end": () => svg(`<g style="${"fill:b(".repeat(50_000)}">${box}</g>`),
  "transforms without end": () => svg(`<g transform="${"scale(1.0001)".repeat(50_000)}">${box}</g>`),
  "letters without end": () => svg(`<text y="50">${"The quick brown fox ".repeat(20_000)}</text>`),
  "20,000 texts": () =>
    svg(times(20_000, (n) => `<text x="${n % 200}" y="${n % 100}" font-size="3">Label ${n}</text>`)),
  "20,000 filters": () =>
    svg(
      `<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>${times(20_000, (n) => `<rect x="${n % 190}" width="9" height="9" filter="url(#f)"/>`)}`,
    ),
  "20,000 masks": () =>
    svg(
      `<mask id="m"><circle cx="50" cy="50" r="40" fill="gray"/><rect width="30" height="30" fill="white"/></mask>${times(20_000, (n) => `<rect x="${n % 190}" width="9" height="9" mask="url(#m)"/>`)}`,
    ),
  "20,000 clips": () =>
    svg(
      `<clipPath id="c"><circle cx="50" cy="50" r="40"/><path d="M0 0L50 99L99 0z"/></clipPath>${times(20_000, (n) => `<rect x="${n % 190}" y="${n % 90}" width="29" height="29" clip-path="url(#c)"/>`)}`,
    ),
  "20,000 patterns": () =>
    svg(
      `<pattern id="p" width="5" height="5" patternUnits="userSpaceOnUse"><circle r="2"/></pattern>${times(20_000, (n) => `<circle cx="${n % 190}" cy="${n % 90}" r="9" fill="url(#p)"/>`)}`,
    ),
  "20,000 dashed circles": () =>
    svg(
      times(
        20_000,
        (n) => `<circle cx="${n % 190}" cy="${n % 90}" r="9" fill="none" stroke="red" stroke-dasharray="1 2 3"/>`,
      ),
    ),
  "20,000 blended overlaps": () =>
    svg(
      `<g opacity=".5">${times(20_000, (n) => `<circle cx="${n % 190}" cy="${n % 90}" r="9" style="mix-blend-mode:multiply"/>`)}</g>`,
    ),
  "a chain of 30,000 uses": () =>
    svg(`${times(30_000, (n) => `<use id="u${n}" href="#u${n + 1}"/>`)}<rect id="u30000" width="1" height="1"/>`),
  "a chain of 30,000 gradients": () =>
    svg(
      `${times(30_000, (n) => `<linearGradient id="g${n}" href="#g${n + 1}"/>`)}<rect fill="url(#g0)" width="9" height="9"/>`,
    ),
  ampersands: () => svg(`<text>${"&".repeat(500_000)}</text>`),
  "angle brackets": () => `<svg>${"<".repeat(1_000_000)}`,
  comments: () => svg("<!-- a -->".repeat(200_000)),
  "unknown elements": () => svg("<blink/>".repeat(99_000)),
};
