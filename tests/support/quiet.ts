import { afterEach, beforeEach, expect, vi } from "vitest";

// A test that prints an error nobody expected has found a fault, whatever its assertions say.
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, "unexpected console.error").toEqual([]);
  vi.restoreAllMocks();
});
