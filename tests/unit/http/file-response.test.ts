import { expect, test } from "vitest";
import { fileResponse } from "@/app/_http/file-response";

const file = { parts: [], size: 5, etag: '"abc"', headers: {} };
const answered = (condition: string) =>
  fileResponse(new Request("http://here/", { method: "HEAD", headers: { "if-none-match": condition } }), file).status;

test.each(['"abc"', 'W/"abc"', '"x", "abc"', '"x" ,W/"abc"', "*"])(
  "a file is not sent to who has it: %s",
  (condition) => {
    expect(answered(condition)).toBe(304);
  },
);

test.each(['"x"', "abc", '"abcd"', '"*"', ""])("a file is sent to who has another: %s", (condition) => {
  expect(answered(condition)).toBe(200);
});
