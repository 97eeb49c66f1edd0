import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestClient } from "../support/client";
import { TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await new TestServer().start();
});
afterAll(() => server.stop());

const pageFor = async (path: string, headers: Record<string, string>): Promise<string> =>
  (await server.fetch(path, { headers })).text();

describe("a page is sent in the reader's language", () => {
  it.each([
    ["in German to a browser that likes it best", { "accept-language": "de-AT,de;q=0.9,en;q=0.5" }, "de"],
    ["in English to one that likes another language best and English next", { "accept-language": "fr,en;q=0.4" }, "en"],
    ["in English to one that says nothing", {}, "en"],
    ["in German to who chose it, whatever the browser likes", { "accept-language": "en", cookie: "language=de" }, "de"],
    ["in the browser's language where the choice is unknown", { "accept-language": "de", cookie: "language=xx" }, "de"],
  ])("%s", async (_whom, headers, language) => {
    const html = await pageFor("/jobs", headers as Record<string, string>);
    const [title, words] =
      language === "de"
        ? ["Verlauf · Tracepress", "Alle Stapel, die es noch gibt"]
        : ["Jobs · Tracepress", "Every batch that is still kept"];
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
    expect(html).toContain(`<title>${title}</title>`);
    expect(html).toContain(words);
  });

  it("also where there is no page, and where the API is described", async () => {
    const headers = { cookie: "language=de" };
    expect(await pageFor("/nowhere", headers)).toContain("Die Adresse führt zu keiner Seite.");
    expect(await pageFor("/docs", headers)).toContain("Dasselbe als OpenAPI 3.1 (JSON)");
  });
});

it("the report of a batch is in the reader's language", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="9"/></svg>';
  const file = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  const { job_id: batch_id } = await new TestClient(server).deck({ items: [{ file }] });
  const report = (headers: Record<string, string>) => pageFor(`/api/v1/jobs/${batch_id}/trace?format=html`, headers);
  const german = await report({ "accept-language": "de" });
  expect(german).toContain('<html lang="de">');
  expect(german).toContain("<h1>Protokoll eines Stapels</h1>");
  expect(await report({})).toContain("<h1>Trace of a batch</h1>");
});

/** The scripts that a page names, those that it has fetched along included. */
async function scriptsOf(headers: Record<string, string>): Promise<string> {
  const html = await pageFor("/", headers);
  const addresses = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.js)[^"]*"/g)].map(
    ([, address]) => address,
  );
  const texts = await Promise.all([...new Set(addresses)].map(async (path) => (await server.fetch(path)).text()));
  return texts.join("\n");
}

it("a browser is sent the sentences of its own language only, and with the page's own scripts", async () => {
  const [english, german] = await Promise.all([scriptsOf({}), scriptsOf({ "accept-language": "de" })]);
  expect(english).toContain("Start batch");
  expect(english).not.toContain("Stapel starten");
  expect(german).toContain("Stapel starten");
  expect(german).not.toContain("Start batch");
});
