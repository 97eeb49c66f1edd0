import { expect, it } from "vitest";
import { callerOf } from "@/lib/trace/traceparent";

const trace = "0af7651916cd43dd8448eb211c80319c";
const span = "b7ad6b7169203331";

it.each([`00-${trace}-${span}-01`, `00-${trace}-${span}-00`, `cc-${trace}-${span}-01`, `cc-${trace}-${span}-01-more`])(
  "a caller's trace is gone on with: %s",
  (traceparent) => expect(callerOf(traceparent)).toEqual({ traceId: trace, spanId: span }),
);

it.each([
  ["none", null],
  ["a version that cannot be", `ff-${trace}-${span}-01`],
  ["no trace", `00-${"0".repeat(32)}-${span}-01`],
  ["no span", `00-${trace}-${"0".repeat(16)}-01`],
  ["capitals", `00-${trace.toUpperCase()}-${span}-01`],
  ["more than its version has", `00-${trace}-${span}-01-more`],
  ["too little", `00-${trace}-${span}`],
])("what is not valid is passed over: %s", (_, traceparent) => expect(callerOf(traceparent)).toBeNull());
