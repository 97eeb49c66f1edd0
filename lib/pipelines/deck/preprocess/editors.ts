/** Programs that sign their files; their names as they stand in a remark. */
const programs =
  "sketch|sketch beta|sketchtool|inkscape|figma|adobe illustrator|illustrator|affinity designer|affinity photo|vectornator|linearity curve|boxy ?svg|coreldraw|pixelmator pro|gravit|gravit\\.io|vectr|method draw|svg-edit|draw\\.io|fabric\\.js|potrace|imagetracer";

const remark = new RegExp(
  `^(?:created|generated|made|exported|drawn|produced)\\s+(?:with|using|by|in|from)\\s+(?:${programs})(?:\\s+[\\d.]+\\w*)?(?:\\s*\\([^)]*\\))?(?:\\s*[-–]\\s*https?:\\S+)?[.!]?$`,
  "i",
);

/** Whether a title or description only names the program, such as "Created with Sketch." */
export function isEditorsRemark(text: string): boolean {
  return text !== "" && remark.test(text.trim());
}

/**
 * Forms of ids that editors make by themselves: Inkscape's `path1234-5`, Illustrator's `XMLID_12_` and `Layer_1`,
 * Sketch's `Combined-Shape-3`, Figma's `Vector_2`, each program's own numbering of copies.
 */
const editorsIds: readonly RegExp[] = [
  /^(?:path|rect|circle|ellipse|line|polyline|polygon|g|use|image|svg|text|tspan|flowRoot|layer)\d+(?:-\d+)*$/,
  /^(?:XMLID|SVGID)_\d+_$/,
  /^(?:Layer|Ebene|Calque|Capa)_\d+$/,
  /^(?:Group|Path|Shape|Vector|Rectangle|Ellipse|Oval|Line|Polygon|Star|Triangle|Fill|Stroke|Union|Subtract|Frame|Combined-Shape|Compound-Path|Clip)(?:[ _-](?:\d+|Copy))*$/,
];

/** Whether an id given in the file looks like one that no person chose. */
export function isEditorsId(id: string): boolean {
  return editorsIds.some((form) => form.test(id));
}

/** Parts of the addresses of namespaces whose elements only editors read; undeclared prefixes stand as `undeclared:`. */
const editorsNamespaces =
  /inkscape|sodipodi|ns\.adobe\.com|bohemiancoding|serif\.com|vectornator|figma\.com|coreldraw|boxy-svg|gimp\.org|22-rdf-syntax-ns|purl\.org\/dc|creativecommons|undeclared:(?:i|x|ai|rdf|cc|dc|sketch|serif)$/i;

export function isEditorsNamespace(address: string): boolean {
  return editorsNamespaces.test(address);
}
