/** Makes one deck of all SVGs in a folder, by name: node … FOLDER OUTPUT */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";

const [folder, output] = process.argv.slice(2);

async function* sources() {
  const names = (await readdir(folder)).filter((file) => file.endsWith(".svg")).sort();
  for (const name of names) yield { name, bytes: await readFile(join(folder, name)) };
}

const { failures } = await convertDeck(sources(), deckOptionsSchema.parse({}), output, { fonts: new FontBook() });
const failed = failures.filter((failure) => failure !== null);
if (failed.length > 0) throw failed[0];
