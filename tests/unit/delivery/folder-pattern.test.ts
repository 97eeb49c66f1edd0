import { expect, it } from "vitest";
import { folderNames } from "@/lib/delivery/folder-pattern";

const values = { date: "2026-03-01", job_id: "batch_one", title: "Spring / Summer\u202e" };

it.each([
  ["Tracepress/{date}/{job_id}/", ["Tracepress", "2026-03-01", "batch_one"]],
  ["/{title}//", ["Spring - Summer"]],
  ["{date} {title}", ["2026-03-01 Spring - Summer"]],
  ["", []],
  ["e\u0301t\u0007é", ["été"]],
])("reads %j as folders", (pattern, names) => {
  expect(folderNames(pattern, values)).toEqual(names);
});

it("leaves a folder out that would have no name", () => {
  expect(folderNames("Tracepress/{title}/{job_id}", { ...values, title: " " })).toEqual(["Tracepress", "batch_one"]);
});

it.each([
  ["Tracepress/{user}", "not {user}"],
  ["Tracepress/{constructor}", "not {constructor}"],
  ["../{job_id}", ".."],
  ["a/b/c/d/e/f/g/h/i/j/k", "10 folders deep"],
])("does not take %j, and names the field", (pattern, sentence) => {
  expect(() => folderNames(pattern, values)).toThrow(
    expect.objectContaining({ code: "invalid_request", message: expect.stringContaining(sentence) }),
  );
});
