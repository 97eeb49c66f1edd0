import { expect, it } from "vitest";
import { readMultipart } from "@/lib/files/multipart";
import { TestRooms } from "@/tests/support/rooms";

const limits = { files: 2, fileBytes: 50, fieldBytes: 100 };

function read(form: FormData) {
  const request = new Request("http://here/", { method: "POST", body: form });
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  return readMultipart(body, request.headers.get("content-type") ?? "", new TestRooms().blobs, limits);
}

function formOf(...parts: [field: string, value: string | Blob, name?: string][]): FormData {
  const form = new FormData();
  for (const [field, value, name] of parts) {
    if (typeof value === "string") form.append(field, value);
    else form.append(field, value, name);
  }
  return form;
}

const file = (text: BlobPart) => new Blob([text], { type: "application/json" });

it("takes the request as a field or as a file, beside as many files as are taken", async () => {
  for (const request of ["{}", file("{}")]) {
    const taken = await read(
      formOf(["request", request, "blob"], ["files", file("a"), "a"], ["files", file("b"), "b"]),
    );
    expect(taken.request).toBe("{}");
    expect([...taken.files.keys()]).toEqual(["a", "b"]);
  }
});

it.each([
  ["two requests", formOf(["request", "{}"], ["request", "{}"]), "invalid_request", /request came twice/],
  ["a second one as a file", formOf(["request", "{}"], ["request", file("{}"), "b"]), "invalid_request", /came twice/],
  ["one as a file that is too large", formOf(["request", file("x".repeat(51)), "b"]), "too_large", /larger/],
  [
    "one as a file that is not in UTF-8",
    formOf(["request", file(new Uint8Array([255])), "b"]),
    "invalid_request",
    /UTF-8/,
  ],
  [
    "two files of one name, the first of which is on disk",
    formOf(["f", file("a"), "a"], ["f", file("b"), "b"], ["f", file("a"), "a"]),
    "invalid_request",
    /Two files are called a/,
  ],
  [
    "a file too many",
    formOf(["f", file("a"), "a"], ["f", file("a"), "b"], ["f", file("a"), "c"]),
    "too_large",
    /At most 2/,
  ],
])("refuses %s", async (_, form, code, message) => {
  await expect(read(form)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});
