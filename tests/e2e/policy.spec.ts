import type { Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";

/** Everything that the policy of a page forbade while it was open. */
async function forbiddenOn(page: Page): Promise<string[]> {
  const forbidden: string[] = [];
  await page.exposeFunction("tellForbidden", (what: string) => forbidden.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const { tellForbidden } = window as unknown as { tellForbidden(what: string): void };
      tellForbidden([location.pathname, effectiveDirective, blockedURI, sourceFile, sample].join(" "));
    });
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) forbidden.push(message.text());
  });
  return forbidden;
}

// What a policy forbids, the browser says as an error.
test.use({
  expectedErrors: [/Content Security Policy|Content-Security-Policy|Blocked script|sandboxed|Failed to load resource/],
});

test("No page asks for anything that its policy forbids", async ({ page, server }) => {
  const api = new TestClient(server);
  const coloring = await api.submitPictures([["house.jpg", await jpegHouse()]], { quality: "draft" });
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect id="sky" width="160" height="90" fill="#bde"/></svg>';
  const items = [{ file: `data:image/svg+xml,${encodeURIComponent(svg)}` }];
  const deck = await (await api.post("/api/v1/batch/jobs", { items })).json();
  for (const { batch_id } of [coloring, deck]) await api.finished(batch_id);

  const forbidden = await forbiddenOn(page);
  const pages = [
    "/",
    "/?kind=deck",
    "/jobs",
    "/docs",
    "/nothing-here",
    `/jobs/${coloring.batch_id}`,
    `/jobs/${deck.batch_id}`,
    ...["timeline", "pages", "package", "compare"].flatMap((tab) =>
      [coloring, deck].map(({ batch_id }) => `/jobs/${batch_id}/trace?tab=${tab}`),
    ),
  ];
  for (const path of pages) {
    const response = await page.goto(path, { waitUntil: "networkidle" });
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toMatch(
      /script-src 'nonce-[\w+/=]+' 'strict-dynamic' 'sha256-[\w+/=]{44}';.*frame-ancestors 'none'/,
    );
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
    await expect(page.getByRole("main"), path).toBeVisible();
  }
  expect(forbidden).toEqual([]);
});

test("A nonce is used for one answer alone", async ({ server }) => {
  const nonceOf = async () => {
    const policy = (await server.fetch("/")).headers.get("content-security-policy") ?? "";
    return /'nonce-([^']+)'/.exec(policy)?.[1];
  };
  const [first, second] = [await nonceOf(), await nonceOf()];
  expect(first).toBeTruthy();
  expect(second).not.toBe(first);
});

test("A script that a page did not bring along does not run", async ({ page }) => {
  await page.goto("/");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("div");
    script.innerHTML = '<img src="/nothing" onerror="window.ranInline = true">';
    const failed = new Promise((resolve) => script.querySelector("img")?.addEventListener("error", resolve));
    document.body.append(script);
    await failed;
    return "ranInline" in window;
  });
  expect(ran).toBe(false);
});

test("A stored SVG with a script in it runs nothing, however it is opened", async ({ page, server }) => {
  const api = new TestClient(server);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90" onload="document.documentElement.id = \'ran\'">' +
    '<script>document.documentElement.id = "ran"; fetch("/api/v1/batch");</script>' +
    '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="/jobs"/></foreignObject>' +
    '<rect id="sky" width="160" height="90" fill="#bde"/></svg>';
  const items = [{ file: `data:image/svg+xml,${encodeURIComponent(svg)}` }];
  const { batch_id } = await (await api.post("/api/v1/batch/jobs", { items })).json();
  await api.finished(batch_id);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  for (const name of ["pages/1/source", "pages/1/slide"]) {
    asked.length = 0;
    await page.goto(`/api/v1/batch/${batch_id}/artifacts/${name}`, { waitUntil: "networkidle" });
    expect(await page.locator("svg").first().getAttribute("id"), name).not.toBe("ran");
    expect(asked, name).toEqual([`/api/v1/batch/${batch_id}/artifacts/${name}`]);
  }
  for (const path of [`/jobs/${batch_id}/trace?tab=pages`, `/api/v1/jobs/${batch_id}/trace?format=html`]) {
    await page.goto(path, { waitUntil: "networkidle" });
    expect(await page.locator("#ran").count(), path).toBe(0);
    for (const frame of page.frames())
      expect(
        await frame
          .locator("#ran")
          .count()
          .catch(() => 0),
        path,
      ).toBe(0);
  }
});

test("No page of another site can show ours in a frame", async ({ page, server }) => {
  await page.route("http://elsewhere.test/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${server.origin}/jobs"></iframe>` }),
  );
  await page.goto("http://elsewhere.test/");
  await page.waitForLoadState("networkidle");
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  expect(await framed?.locator("main").count()).toBe(0);
});
