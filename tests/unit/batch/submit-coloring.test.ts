import { expect, it } from "vitest";
import { submitColoring } from "@/lib/batch/submit-coloring";
import { type GenerateRequestInput, generateRequestSchema } from "@/lib/contracts/coloring";
import { TestRooms } from "@/tests/support/rooms";

const ownerId = "local";
const submit = (rooms: TestRooms, request: GenerateRequestInput) =>
  submitColoring(rooms, generateRequestSchema(10).parse(request), {
    ownerId,
    parts: new Map(),
    idempotencyKey: null,
    traceparent: null,
  });
const aCat = { items: [{ prompt: "a cute cat with a hat that is far too large for it" }] };

it("draws by the operator's own choice where a batch does not say who", async () => {
  const rooms = new TestRooms({ TRACEPRESS_MODEL: "claude", ANTHROPIC_API_KEY: "sk-none" });
  await submit(rooms, aCat);
  const [lease] = rooms.queue.claimItems(1);
  expect(lease).toMatchObject({ model: "claude", onModelFailure: "fail", source: "", prompt: aCat.items[0].prompt });
  expect(lease.name).toBe("a cute cat with a hat that is far too");
});

it("refuses that choice while it is not set up, and names the setting", async () => {
  const rooms = new TestRooms({ TRACEPRESS_MODEL: "claude" });
  await expect(submit(rooms, aCat)).rejects.toMatchObject({
    code: "model_unavailable",
    message: expect.stringContaining("ANTHROPIC_API_KEY"),
  });
});

it("asks nothing of a model's bounds where the built-in one draws", async () => {
  const rooms = new TestRooms();
  const items = [{ file: "data:,picture" }];
  await submit(rooms, { items, model: "lineart", max_cost: 1, on_model_failure: "lineart" });
  expect(rooms.queue.claimItems(1)[0]).toMatchObject({ model: "lineart", onModelFailure: null });
});
