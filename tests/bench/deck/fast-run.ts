/** Makes one deck of all SVGs in a folder, by name: node … FOLDER OUTPUT */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";

const [folder, output] = process.argv.slice(2);

/** Read at once: in this process nobody else works while one waits for a small file. */
function* sources() {
  const names = readdirSync(folder).filter((file) => file.endsWith(".svg"));
  for (const name of names.sort()) yield { name, bytes: readFileSync(join(folder, name)) };
}

const { failures } = await convertDeck(sources(), deckOptionsSchema.parse({}), output, { fonts: new FontBook() });
const failed = failures.filter((failure) => failure !== null);
if (failed.length > 0) throw failed[0];
