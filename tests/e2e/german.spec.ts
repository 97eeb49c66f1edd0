import { expect, type Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { test } from "@/tests/support/fixtures";
import { pngBomb, truncatedJpeg } from "@/tests/support/pictures";
import { expectAccessible } from "./accessible";
import { drawingMs, photo } from "./studio";

test.use({ locale: "de-DE" });

const names = ["Schule 10.jpg", "Schule 2.jpg", "Garten.jpg"];

async function layThreePhotos(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Neuer Stapel" })).toBeVisible();
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Bilder auswählen" }).click();
  await (await opened).setFiles(await Promise.all(names.map((name) => photo(name))));
  await expect(page.getByText("3 Bilder bereit.").first()).toBeVisible();
}

async function start(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Stapel starten" }).click();
  await expect(page.getByRole("heading", { name: "3 Bilder zum Ausmalen" })).toBeVisible();
  await expect(page.getByRole("main").locator("header").getByText("Fertig", { exact: true })).toBeVisible({
    timeout: drawingMs,
  });
}

/** What is wider than the window has to be moved sideways to be read. */
const expectNothingSticksOut = async (page: Page, where: string) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);

test("Eine Lehrerin macht aus drei Fotos ein Buch auf Deutsch", async ({ page }) => {
  await layThreePhotos(page);
  await expect(page).toHaveTitle("Stapel");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expectAccessible(page, "Stapel", "body");

  await page.getByRole("textbox", { name: "Beschreibung für Garten.jpg" }).fill("einfach, mit dicken Linien");
  await page.getByRole("button", { name: "Schule 2.jpg nach oben" }).click();
  await expect(page.getByText("Schule 2.jpg ist jetzt 1 von 3")).toBeAttached();
  await page.getByRole("combobox", { name: "Papiergröße" }).selectOption("DIN A4 (210 × 297 mm)");
  await page.getByRole("radio", { name: "Entwurf" }).check();
  await page.getByRole("checkbox", { name: "Ein PDF-Buch aus allen Seiten" }).check();
  await start(page);

  await expect(page).toHaveTitle("Fertig · 3 Bilder zum Ausmalen · Tracepress");
  await expect(page.getByRole("img", { name: "Malvorlage von Garten.jpg" })).toBeVisible();
  const book = page.getByRole("link", { name: "Buch öffnen (PDF)" });
  await expect(book).toBeVisible();
  const pdf = await page.request.get((await book.getAttribute("href")) ?? "");
  expect((await pdf.body()).toString("latin1")).toContain("/Title (Mein Malbuch)");
  await expect(page.getByRole("link", { name: "ZIP herunterladen" })).toBeVisible();
  await expect(page.getByText("Bleibt bis")).toBeVisible();
  await expectAccessible(page, "Stapel am Ende", "body");

  await page.getByRole("button", { name: "Seite von Garten.jpg öffnen" }).click();
  const closely = page.getByRole("dialog", { name: "Garten.jpg" });
  await closely.getByRole("radio", { name: "Auf Papier" }).check();
  await expect(closely.getByText(/297 × 210 mm, mit 10 mm Rand\. 100 % ist/)).toBeVisible();
  await closely.getByRole("button", { name: "Schließen" }).click();

  await page.getByRole("link", { name: "Protokoll ansehen" }).click();
  await expect(page).toHaveTitle("Protokoll · Tracepress");
  const rows = page.getByRole("treegrid", { name: "Zeitleiste des Stapels" });
  await expect(rows.getByRole("row", { name: /Stapel/ }).first()).toBeVisible();
  await expectAccessible(page, "Protokoll", "body");
  await page.getByRole("tab", { name: "Seiten" }).click();
  await expect(page.getByRole("article", { name: /Schule 2\.jpg/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Linien glätten" })).toBeVisible();
  await expectAccessible(page, "Seiten des Protokolls", "body");
});

test("Eine Lehrerin macht am Telefon aus drei Fotos ein Buch", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await layThreePhotos(page);
  await expectNothingSticksOut(page, "Stapel");
  await page.getByRole("radio", { name: "Entwurf" }).check();
  await start(page);
  await expectNothingSticksOut(page, "Stapel am Ende");
  await page.getByRole("link", { name: "Protokoll ansehen" }).click();
  await expect(page.getByRole("treegrid", { name: "Zeitleiste des Stapels" })).toBeVisible();
  await expectNothingSticksOut(page, "Protokoll");
  for (const [path, heading] of [
    ["/jobs", "Verlauf"],
    ["/?kind=deck", "Neuer Stapel"],
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    await expectNothingSticksOut(page, path);
  }
});

test("Ein neuer Stapel ist auf DIN A4, bis jemand ein anderes Papier wählt; das bleibt", async ({ page }) => {
  const paper = page.getByRole("combobox", { name: "Papiergröße" });
  await page.goto("/");
  await expect(paper).toHaveValue("a4");
  await expect(page.getByRole("combobox", { name: "Voreinstellung" })).toHaveValue("Üblich");
  await paper.selectOption("letter");
  await page.reload();
  await expect(paper).toHaveValue("letter");
});

test.describe("auf einem schmalen Telefon", () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test("Mit sehr großer Schrift passt jede Seite in die Breite", async ({ page }) => {
    for (const path of ["/", "/?kind=deck", "/jobs", "/docs"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "24px";
      });
      await expectNothingSticksOut(page, path);
    }
  });
});

test.describe("mit Dateien, die keine Bilder sind", () => {
  test.use({ expectedErrors: [/status of (413|415)/] });

  test("Was nicht geht, steht auf Deutsch da, mit Datei und Grenze; der Satz des Servers ist für alle, die helfen", async ({
    page,
  }) => {
    await page.goto("/");
    const opened = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Bilder auswählen" }).click();
    await (await opened).setFiles([
      { name: "Einkauf.png", mimeType: "image/png", buffer: Buffer.from("eine Liste") },
      { name: "riesig.png", mimeType: "image/png", buffer: pngBomb(30_000) },
    ]);
    const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });
    await expect(row("Einkauf.png")).toContainText("Einkauf.png ist kein Bild, das sich lesen lässt.");
    await expect(row("riesig.png")).toContainText(/30\.000 × 30\.000 Pixel; höchstens \d+ Megapixel/);
    const english = row("Einkauf.png").getByText("is not a picture that can be read");
    await expect(english).toBeHidden();
    await row("Einkauf.png").getByText("Für alle, die helfen").click();
    await expect(english).toBeVisible();
    await expect(english).toHaveAttribute("lang", "en");
    await expect(row("Einkauf.png").getByText("unsupported_media")).toBeVisible();
    await expectAccessible(page, "Abgelehnte Dateien");
  });

  test("Auch von einem Bild, das erst beim Zeichnen scheitert", async ({ page, server }) => {
    const client = new TestClient(server);
    const { batch_id } = await client.submitPictures([["Ausflug.jpg", await truncatedJpeg()]], { quality: "draft" });
    await client.finished(batch_id);
    await page.goto(`/jobs/${batch_id}`);
    const card = page.getByRole("list", { name: "Bilder in diesem Stapel" }).getByRole("listitem");
    await expect(card.getByText(/^Ausflug\.jpg ist beschädigt oder abgeschnitten/)).toBeVisible();
    await expect(card.getByText("Stehen geblieben bei „Bild öffnen“")).toBeVisible();
    await expect(page.getByText("damaged or was cut off").filter({ visible: true })).toHaveCount(0);
    await expectAccessible(page, "Ein gescheitertes Bild");
  });
});

test("Wer eine andere Sprache wählt, behält, was bereitliegt, und bekommt sie auch beim nächsten Besuch", async ({
  page,
}) => {
  await layThreePhotos(page);
  await page.getByRole("combobox", { name: "Sprache" }).selectOption("English");
  await expect(page.getByRole("heading", { name: "New batch" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle("Batch");
  await expect(page.getByRole("list", { name: "Pictures for this batch" }).getByRole("listitem")).toHaveCount(3);
  await page.getByRole("link", { name: "Jobs" }).click();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
  await expect(page.getByRole("heading", { name: "Verlauf" })).toBeVisible();
});

test("Die Tasten und Befehle einer Seite sind auf Deutsch zu finden", async ({ page }) => {
  await page.goto("/jobs");
  await expect(page.getByRole("heading", { name: "Verlauf" })).toBeVisible();
  const palette = page.getByRole("dialog", { name: "Was möchten Sie tun?" });
  await page.getByRole("button", { name: "Was möchten Sie tun?" }).click();
  await palette.getByRole("combobox").fill("Präsentation");
  await palette.getByRole("option", { name: "Eine Präsentation machen" }).click();
  await expect(page.getByRole("button", { name: "SVG-Dateien auswählen" })).toBeVisible();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Tasten dieser Seite" });
  await expect(sheet.getByText("Alles zeigen, was sich tun lässt")).toBeVisible();
  await expect(sheet.getByText("Strg", { exact: true })).toBeVisible();
});
