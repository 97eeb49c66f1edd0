import type { Page } from "@playwright/test";
import { test as base, expect } from "@/tests/support/fixtures";
import { firstToken } from "@/tests/support/people";
import type { TestServer } from "@/tests/support/server";
import { expectAccessible } from "./accessible";
import { opened } from "./before-script";

const password = "correct horse battery staple";

/** A house of each test's own, where one signs in. */
const test = base.extend<{ house: TestServer }>({
  house: async ({ serverWith }, use) => use(await serverWith({ TRACEPRESS_AUTH: "accounts" })),
  baseURL: async ({ house }, use) => use(house.origin),
});

// Wrong passwords, used links, and pages that are not there.
test.use({ expectedErrors: [/status of (401|403|404)/] });

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL(/\/$/);
}

async function signIn(page: Page, name: string, given = password): Promise<void> {
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill(given);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("The first owner comes in by the printed link, once, and signs out and in again", async ({ page, house }) => {
  const link = `/join#${firstToken(house)}`;
  await page.goto(link);
  await expectAccessible(page, "the page of the link");
  await join(page, link, "Ann");
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText("ann@example.org · Owner")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  await page.goto("/jobs?kind=deck");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page, "the sign-in page");
  await signIn(page, "Ann", "not the password");
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await signIn(page, "Ann");
  await expect(page).toHaveURL(/\/jobs\?kind=deck$/);

  await page.goto(link);
  await page.getByLabel("Name", { exact: true }).fill("Eve");
  await page.getByLabel("Email").fill("eve@example.org");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("This link has been used or has run out")).toBeVisible();
});

test("Whoever signs in before the page's script is there comes in, to the page they asked for", async ({
  page,
  house,
}) => {
  await join(page, `/join#${firstToken(house)}`, "Ann");
  await page.context().clearCookies();
  const letCome = await opened(page, "/jobs?kind=deck");
  await page.getByLabel("Email").fill("ann@example.org");
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Password").press("Enter");
  letCome();
  await expect(page).toHaveURL(/\/jobs\?kind=deck$/);
});

test("A link is made once by two quick presses", async ({ page, house }) => {
  await join(page, `/join#${firstToken(house)}`, "Ann");
  await page.goto("/settings");
  const asked: string[] = [];
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/invitations", async (route) => {
    asked.push(route.request().url());
    await gone;
    await route.continue();
  });
  // Both presses are there before the page can show that it heard the first.
  await page.getByRole("button", { name: "Make a link" }).evaluate((button) => {
    (button as HTMLButtonElement).click();
    (button as HTMLButtonElement).click();
  });
  letGo();
  await expect(page.locator("output code")).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("An owner makes a key that is shown once, and takes it back", async ({ page, house }) => {
  await join(page, `/join#${firstToken(house)}`, "Ann");
  await page.goto("/settings");
  await page.getByLabel("What it is for").fill("The printer");
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = await page.locator("output code").innerText();
  const list = () => house.fetch("/api/v1/batch", { headers: { authorization: `Bearer ${key}` } });
  expect((await list()).status).toBe(200);

  await page.reload();
  await expect(page.getByText("The printer", { exact: true })).toBeVisible();
  await expectAccessible(page, "the settings");
  expect(await page.content()).not.toContain(key);
  await page.getByRole("button", { name: "Remove The printer" }).click();
  await page.getByRole("button", { name: "Yes, remove" }).click();
  await expect(page.getByText("No keys yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "API keys" })).toBeFocused();
  expect((await list()).status).toBe(401);
});

test("A member comes in by an owner's link, sees only what is theirs, and can be removed", async ({
  page,
  house,
  browser,
}) => {
  await join(page, `/join#${firstToken(house)}`, "Ann");
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="50" height="40"/></svg>';
  const made = await page.request.post("/api/v1/batch/jobs", {
    data: { items: [{ file: `data:image/svg+xml,${encodeURIComponent(svg)}` }] },
  });
  const { batch_id } = await made.json();
  await page.goto("/settings");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.locator("output code").innerText();

  const theirs = await browser.newPage({ baseURL: house.origin });
  await join(theirs, link, "Bob");
  await theirs.goto("/jobs");
  await expect(theirs.getByText("No batches yet")).toBeVisible();
  await theirs.goto(`/jobs/${batch_id}`);
  await expect(theirs.getByText("This batch is not here")).toBeVisible();
  await theirs.goto("/settings");
  await expect(theirs.getByText("bob@example.org · Member")).toBeVisible();
  await expect(theirs.getByRole("heading", { name: "Members" })).toHaveCount(0);

  await page.reload();
  await page.getByRole("button", { name: "Remove Bob" }).click();
  await page.getByRole("button", { name: "Yes, remove" }).click();
  await expect(page.getByText("bob@example.org")).toHaveCount(0);
  await theirs.goto("/jobs");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.close();
});

test("Someone changes their password, and sets another by an owner's link once they forgot it", async ({
  page,
  house,
  browser,
}) => {
  await join(page, `/join#${firstToken(house)}`, "Ann");
  await page.goto("/settings");
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("another one, just as long");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The current password is not right.")).toBeVisible();
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await expectAccessible(page, "the settings");

  await page.getByRole("button", { name: "Password link for Ann" }).click();
  const link = await page.locator("output code").innerText();
  const elsewhere = await browser.newPage({ baseURL: house.origin });
  await elsewhere.goto(link);
  await expectAccessible(elsewhere, "the page of a password link");
  await elsewhere.getByLabel("New password").fill("a third one, long too");
  await elsewhere.getByRole("button", { name: "Set the password" }).click();
  await expect(elsewhere).toHaveURL(/\/$/);
  await elsewhere.close();

  await page.goto("/jobs");
  await signIn(page, "Ann", "another one, just as long");
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await signIn(page, "Ann", "a third one, long too");
  await expect(page).toHaveURL(/\/jobs$/);
});

test("The pages for accounts are not there where nobody signs in", async ({ page, serverWith }) => {
  const local = await serverWith();
  for (const path of ["/sign-in", "/join", "/settings"]) {
    const response = await page.goto(local.origin + path);
    expect(response?.status(), path).toBe(404);
  }
  await page.goto(local.origin);
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
});
