import { expect, it } from "vitest";
import { layPrompts } from "@/app/_components/batch/pasted-prompts";
import { differs, filledPrompt, promptOf } from "@/app/_components/batch/prompts";
import { readPrompts } from "@/app/_components/batch/read-prompts";
import { createTray } from "@/app/_components/batch/tray";

/** A tray whose uploads never end, with these files in this order. */
function trayOf(...names: string[]) {
  const tray = createTray(() => new Promise(() => undefined));
  for (const name of names) tray.add([new File(["x"], name)]);
  return tray;
}

const prompts = (tray: ReturnType<typeof trayOf>) => tray.order().map((id) => tray.item(id)?.prompt);
const item = (tray: ReturnType<typeof trayOf>, place: number) => tray.item(tray.order()[place - 1])!;

it("fills in each picture's name and number", () => {
  expect(filledPrompt("page {n}: a cute {name}, bold", "cat.final.jpg", 3)).toBe("page 3: a cute cat.final, bold");
});

it("submits a picture's own prompt, and the one for all where it has none", () => {
  const tray = trayOf("cat.jpg", "dog.jpg");
  tray.setPrompts(new Map([[tray.order()[1], "simple"]]));
  expect(promptOf(item(tray, 1), "a {name}", 1)).toBe("a cat");
  expect(promptOf(item(tray, 2), "a {name}", 2)).toBe("simple");
});

it("says of a picture that it differs only when it does", () => {
  const tray = trayOf("cat.jpg");
  expect(differs(item(tray, 1), "a {name}", 1)).toBe(false);
  tray.setPrompts(new Map([[tray.order()[0], "a cat"]]));
  expect(differs(item(tray, 1), "a {name}", 1)).toBe(false);
  tray.setPrompts(new Map([[tray.order()[0], "bold"]]));
  expect(differs(item(tray, 1), "a {name}", 1)).toBe(true);
  expect(differs(item(tray, 1), "", 1)).toBe(false);
});

it("gives a pasted list to the pictures line by line", () => {
  const tray = trayOf("cat.jpg", "dog.jpg");
  expect(layPrompts(tray, readPrompts("simple\n\nbold, with a ball\none too many"))).toEqual({
    set: 2,
    unknown: [],
    over: 1,
  });
  expect(prompts(tray)).toEqual(["simple", "bold, with a ball"]);
});

it.each([
  ["a comma", 'file,prompt\nDOG.jpg,"bold, fine"\ncat,simple\nbird.png,x'],
  ["a semicolon", "file;prompt\nDOG.jpg;bold, fine\ncat;simple\nbird.png;x"],
  ["a tab", "file\tprompt\nDOG.jpg\tbold, fine\ncat\tsimple\nbird.png\tx"],
])("gives a pasted table parted by %s to the pictures it names", (_, text) => {
  const tray = trayOf("cat.jpg", "dog.jpg");
  expect(layPrompts(tray, readPrompts(text))).toEqual({ set: 2, unknown: ["bird.png"], over: 0 });
  expect(prompts(tray)).toEqual(["simple", "bold, fine"]);
});
