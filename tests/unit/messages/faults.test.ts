import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { messagesIn } from "@/app/_data/messages/catalogue";
import { loadFaultWords } from "@/app/_data/messages/fault-words";
import { problemWords, saidOtherwise } from "@/app/_data/problem";
import { driveError } from "@/lib/delivery/drive-error";
import { catalogue, type ErrorCode, TracepressError } from "@/lib/errors";
import { sniffPicture } from "@/lib/files/sniff";
import { refusal } from "@/lib/pipelines/deck/parse/refuse";
import { StageDeadline } from "@/lib/worker/stage-deadline";
import { pngBomb } from "../../support/pictures";

async function german() {
  await loadFaultWords("de");
  return (await messagesIn("de", "app")).problem;
}
const english = async () => (await messagesIn("en", "app")).problem;

/** What a file is refused with, by the server's own words. */
async function refusalOf(name: string, bytes: Uint8Array): Promise<TracepressError> {
  const folder = mkdtempSync(join(tmpdir(), "tracepress-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "file"), bytes);
  const readSvg = () => ({ width: 1, height: 1 });
  const refused = await sniffPicture(join(folder, "file"), name, readSvg).catch((error: unknown) => error);
  if (!(refused instanceof TracepressError)) throw new Error(`${name} was taken`);
  return refused;
}

it("names in German the file that is no picture, and what can be sent", async () => {
  const fault = await refusalOf("Einkauf.png", Buffer.from("a shopping list"));
  expect(problemWords(await german(), fault)).toBe(
    "Einkauf.png ist kein Bild, das sich lesen lässt. Senden Sie eine Datei als JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC oder SVG.",
  );
});

it.each([
  ["ein HEIF-Bild seltener Art", "\0\0\0\u0018ftypmif1"],
  ["ein PDF", "%PDF-1.7"],
  ["ein Dokument oder ein Archiv", "PK\u0003\u0004"],
  ["ein Office-Dokument", "\u00d0\u00cf\u0011\u00e0"],
  ["ein BMP-Bild", "BM"],
  ["eine Photoshop-Datei", "8BPS"],
  ["ein Bild in JPEG XL", "\u00ff\u000a"],
  ["ein Bild in JPEG 2000", "\0\0\0\u000cjP  "],
  ["ein Film", "\0\0\0\u0018ftypisom"],
])("says in German that a file is %s, and the way out", async (kind, head) => {
  const fault = await refusalOf("Ausflug", Buffer.from(head.padEnd(64, "\0"), "latin1"));
  expect(problemWords(await german(), fault)).toMatch(new RegExp(`^Ausflug ist ${kind} und lässt .+\\. .+\\.$`));
});

it("names in German the size of a picture and the limit, as German writes numbers", async () => {
  const fault = await refusalOf("riesig.png", pngBomb(30_000));
  expect(problemWords(await german(), fault)).toMatch(
    /^riesig\.png hat 30\.000 × 30\.000 Pixel; höchstens \d+ Megapixel werden angenommen\./,
  );
});

it("names in German the place where an SVG cannot be read", async () => {
  const fault = refusal("Logo.svg", { line: 1_204, column: 7 }, "the tag g is not closed.");
  expect(problemWords(await german(), fault)).toMatch(/^Logo\.svg, Zeile 1\.204, Spalte 7: Dort lässt sich/);
});

it("names in German what took too long, and for how long", async () => {
  const deadline = new StageDeadline(1_500_000, () => undefined);
  onTestFinished(() => deadline.stop());
  expect(problemWords(await german(), deadline.error("Katze.jpg"))).toBe(
    "Katze.jpg brauchte länger als 1.500 Sekunden und wurde angehalten.",
  );
});

it("says a fault by its code where there are no closer words, and keeps the server's sentence for whoever helps", async () => {
  const fault = driveError(
    { kind: "quota", said: "storageQuotaExceeded", reason: "", retryAfterMs: 0 },
    new Error("403"),
    "deck.pptx",
  );
  const words = problemWords(await german(), fault);
  expect(words).toBe("In Google Drive ist kein Platz mehr.");
  expect(saidOtherwise(fault, words)).toBe(fault.message);
});

it("has German words for every code there is", async () => {
  const words = await german();
  const codes = Object.keys(catalogue) as ErrorCode[];
  expect(codes.filter((code) => problemWords(words, { code, message: "said in English" }).includes("English"))).toEqual(
    [],
  );
});

it("has nothing more to tell in English, where the server's sentence is what is read", async () => {
  const fault = await refusalOf("notes.png", Buffer.from("a shopping list"));
  const words = problemWords(await english(), fault);
  expect(words).toContain("notes.png is not a picture");
  expect(saidOtherwise(fault, words)).toBeNull();
});
