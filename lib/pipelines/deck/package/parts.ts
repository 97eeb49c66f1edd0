import type { Relationship } from "../embed/relations";
import { escapeXml } from "../embed/xml";
import type { Part } from "./skeleton";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const format = "application/vnd.openxmlformats-officedocument";

/** Dates of a deck are fixed, so that the same input gives the same bytes. */
const written = "2000-01-01T00:00:00Z";

/** `.rels` of a part (ECMA-376 part 2, 9.3). */
export function relationshipsXml(list: readonly Relationship[]): string {
  const rows = list.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${rows.join("")}</Relationships>`;
}

/** `[Content_Types].xml` of a deck with so many slides. */
export function contentTypesXml(slides: number): string {
  const defaults = [
    ["xml", "application/xml"],
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["png", "image/png"],
    ["jpeg", "image/jpeg"],
    ["gif", "image/gif"],
    ["svg", "image/svg+xml"],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const overrides = [
    ["ppt/presentation.xml", `${format}.presentationml.presentation.main+xml`],
    ["ppt/slideMasters/slideMaster1.xml", `${format}.presentationml.slideMaster+xml`],
    ["ppt/slideLayouts/slideLayout1.xml", `${format}.presentationml.slideLayout+xml`],
    ["ppt/theme/theme1.xml", `${format}.theme+xml`],
    ["ppt/presProps.xml", `${format}.presentationml.presProps+xml`],
    ["ppt/viewProps.xml", `${format}.presentationml.viewProps+xml`],
    ["ppt/tableStyles.xml", `${format}.presentationml.tableStyles+xml`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["docProps/app.xml", `${format}.extended-properties+xml`],
  ].map(([name, type]) => override(name, type));
  for (let slide = 1; slide <= slides; slide++) {
    overrides.push(override(slideName(slide), `${format}.presentationml.slide+xml`));
  }
  return `${declaration}<Types xmlns="${packages}/content-types">${defaults.join("")}${overrides.join("")}</Types>`;
}

const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;

/** Name of the slide's part; slides count from 1. */
export const slideName = (slide: number): string => `ppt/slides/slide${slide}.xml`;
export const slideRelationshipsName = (slide: number): string => `ppt/slides/_rels/slide${slide}.xml.rels`;

/** What leads into the package and tells of it: what is in it is known only when all slides are. */
export function frameParts(presentation: string, title: string, slides: number): Part[] {
  const fixed = [
    { id: "rId1", type: `${office}/slideMaster`, target: "slideMasters/slideMaster1.xml" },
    { id: "rId2", type: `${office}/presProps`, target: "presProps.xml" },
    { id: "rId3", type: `${office}/viewProps`, target: "viewProps.xml" },
    { id: "rId4", type: `${office}/theme`, target: "theme/theme1.xml" },
    { id: "rId5", type: `${office}/tableStyles`, target: "tableStyles.xml" },
  ];
  const numbers = Array.from({ length: slides }, (_, i) => i + 1);
  const ofSlides = numbers.map((slide) => ({
    id: `rId${slide + fixed.length}`,
    type: `${office}/slide`,
    target: `slides/slide${slide}.xml`,
  }));
  const list = numbers.map((slide) => `<p:sldId id="${255 + slide}" r:id="rId${slide + fixed.length}"/>`).join("");
  const internal = (one: { id: string; type: string; target: string }) => ({ ...one, external: false });
  return [
    { name: "ppt/presentation.xml", content: presentation.replace("{slides}", list) },
    { name: "ppt/_rels/presentation.xml.rels", content: relationshipsXml([...fixed, ...ofSlides].map(internal)) },
    { name: "docProps/core.xml", content: coreXml(title) },
    { name: "docProps/app.xml", content: appXml(slides) },
    { name: "_rels/.rels", content: relationshipsXml(rootRelationships.map(internal)) },
    { name: "[Content_Types].xml", content: contentTypesXml(slides) },
  ];
}

const rootRelationships = [
  { id: "rId1", type: `${office}/officeDocument`, target: "ppt/presentation.xml" },
  { id: "rId2", type: `${packages}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
  { id: "rId3", type: `${office}/extended-properties`, target: "docProps/app.xml" },
];

const coreXml = (title: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
  ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Tracepress</dc:creator><cp:lastModifiedBy>Tracepress</cp:lastModifiedBy>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${written}</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${written}</dcterms:modified></cp:coreProperties>`;

const appXml = (slides: number): string =>
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  `<Application>Tracepress</Application><Slides>${slides}</Slides></Properties>`;
