import { expect, it } from "vitest";
import { disposition, fileStem, safeLabel, slugFor } from "@/lib/files/names";

it.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\a\\cat.png", "cat.png"],
  ["cat\u0000\u001b[31m.png", "cat[31m.png"],
  ["photo\u202Egnp.exe", "photognp.exe"],
  ["..", "picture"],
  ["", "picture"],
  ["Чебурашка.jpg", "Чебурашка.jpg"],
])("keeps of the name %j only %j", (given, kept) => {
  expect(safeLabel(given, "picture")).toBe(kept);
});

it.each([
  [0, "cat.jpg", "001-cat"],
  [11, "my cat (2).jpeg", "012-my-cat-(2)"],
  [2, "...png", "003"],
  [3, "a:b*c?.png", "004-a-b-c"],
  [4, "猫 と 犬.webp", "005-猫-と-犬"],
  [999, "x".repeat(300), `1000-${"x".repeat(80)}`],
])("makes item %i called %j the file stem %j", (index, name, stem) => {
  expect(slugFor(index, name)).toBe(stem);
});

it.each([
  ["Our farm", "Our farm"],
  ["Fractions: 1/2 and 3/4?", "Fractions- 1-2 and 3-4"],
  ["../../etc", "etc"],
  [" . ", ""],
  ["", ""],
  ["猫の本", "猫の本"],
  ["x".repeat(200), "x".repeat(80)],
])("saves what is titled %j as %j", (title, stem) => {
  expect(fileStem(title)).toBe(stem);
});

it("cannot be made to add a header", () => {
  const value = disposition("attachment", 'a"\r\nSet-Cookie: x=1; é.zip');
  expect(value).not.toMatch(/[\r\n]/);
  expect(value).toContain("filename*=UTF-8''");
  expect(value.split('filename="')[1].split('"')[0]).not.toContain('"');
});
