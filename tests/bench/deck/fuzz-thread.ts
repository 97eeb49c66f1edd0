import { parentPort } from "node:worker_threads";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { asTracepressError } from "@/lib/errors";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { type DeckSource, makeSlide } from "@/lib/pipelines/deck/make-slide";
import { slideSize } from "@/lib/pipelines/deck/page";
import type { Converted } from "./fuzz-messages";

const options = deckOptionsSchema.parse({});
const fonts = new FontBook();
const size = slideSize("16:9", { width: 16, height: 9 });

/** What a person would see: the slide, a refusal, or, as a crash, what the catalogue has no word for. */
async function convert(source: DeckSource): Promise<Converted> {
  try {
    return { kind: "slide", parts: (await makeSlide(source, options, size, fonts, directly())).parts };
  } catch (thrown) {
    const { code, message, cause } = asTracepressError(thrown);
    if (code !== "internal") return { kind: "refused", code, message };
    return { kind: "crash", message: cause instanceof Error ? (cause.stack ?? cause.message) : message };
  }
}

parentPort?.on("message", async (source: DeckSource) => parentPort?.postMessage(await convert(source)));
parentPort?.postMessage("ready");
