import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dataFolderFault } from "@/lib/data-folder";

const place = () => {
  const folder = mkdtempSync(join(tmpdir(), "tracepress-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

test("a data folder is made when it is missing", () => {
  const folder = join(place(), "one", "other");
  expect(dataFolderFault(folder)).toBeNull();
  expect(existsSync(folder)).toBe(true);
});

test("a data folder that cannot be is named, with the way out", () => {
  const file = join(place(), "file");
  writeFileSync(file, "");
  expect(dataFolderFault(join(file, "data"))).toMatch(
    /^TRACEPRESS_DATA: .*file\/data cannot be made.*\(ENOTDIR\)\. Name/,
  );
});
