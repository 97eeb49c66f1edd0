import { expect, it } from "vitest";
import { html } from "@/app/_report/markup";

it("nothing that comes from a file becomes markup in a report", () => {
  const name = `<img src=x onerror="alert('1')"> & co`;
  expect(html`<td title="${name}">${name}</td>`.text).not.toMatch(/<img|onerror="|alert\('/);
  expect(html`<p>${[html`<b>${"a<b"}</b>`, null]}${3}${null}</p>`.text).toBe("<p><b>a&#60;b</b>3</p>");
});
