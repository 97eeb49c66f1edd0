// Checks that every package the product is made of may be used, changed and given on: `npm run licences`.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().optional() })),
});

/** SPDX ids whose terms we keep: permissive ones, and those that ask for their own files' source alone. */
const allowed = new Set([
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Zlib"],
  ...["CC0-1.0", "CC-BY-4.0", "OFL-1.1", "MPL-2.0", "LGPL-3.0", "LGPL-3.0-or-later"],
]);
/** Packages that leave the field empty, and the licence that stands in their files. */
const readByHand: Record<string, string> = { "png-js": "MIT" };

/**
 * What may not be used, a line each, of everything that is installed without the tools of development.
 * @param lock text of package-lock.json.
 */
export function licenceFaults(lock: string): string[] {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  return Object.entries(packages).flatMap(([path, { license, dev }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const said = license ?? readByHand[name] ?? "no licence";
    return path === "" || dev || isAllowed(said) ? [] : [`${name}: ${said}`];
  });
}

/** An SPDX expression of one level: of what stands with OR one must be allowed, of what stands with AND all. */
function isAllowed(expression: string): boolean {
  const choices = expression.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((id) => allowed.has(id)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = licenceFaults(readFileSync("package-lock.json", "utf8"));
  console.log(faults.length === 0 ? "Every licence is one whose terms we keep." : faults.join("\n"));
  process.exit(faults.length === 0 ? 0 : 1);
}
