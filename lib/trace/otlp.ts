import type { TraceAttributes, TraceSpan } from "@/lib/contracts/trace";

interface Value {
  stringValue?: string;
  intValue?: string;
  doubleValue?: number;
  boolValue?: boolean;
  arrayValue?: { values: Value[] };
}

/** SPAN_KIND_INTERNAL, STATUS_CODE_UNSET, _OK, _ERROR. */
const internal = 1;
const codes = { unset: 0, ok: 1, error: 2 } as const;

/** What the spans are of (OpenTelemetry Resource), unless the operator says otherwise. */
export const usualResource: Readonly<Record<string, string>> = { "service.name": "tracepress" };

/** Spans as OTLP/JSON (opentelemetry-proto, `TracesData`), piece by piece; one that goes on ends where it began. */
export async function* otlpSpans(
  spans: Iterable<TraceSpan>,
  traceId: string,
  resourceAttributes = usualResource,
): AsyncGenerator<string> {
  const resource = JSON.stringify({ attributes: attributesOf(resourceAttributes) });
  yield `{"resourceSpans":[{"resource":${resource},"scopeSpans":[{"scope":{"name":"tracepress"},"spans":[`;
  let first = true;
  for (const span of spans) {
    yield `${first ? "" : ","}${JSON.stringify(otlpSpan(span, traceId))}`;
    first = false;
  }
  yield "]}]}]}\n";
}

function otlpSpan(span: TraceSpan, traceId: string) {
  return {
    traceId,
    spanId: span.span_id,
    parentSpanId: span.parent_span_id ?? "",
    name: span.name,
    kind: internal,
    startTimeUnixNano: span.start_unix_nano,
    endTimeUnixNano: span.end_unix_nano ?? span.start_unix_nano,
    attributes: attributesOf(span.attributes),
    events: span.events.map(({ name, time_unix_nano, attributes }) => ({
      timeUnixNano: time_unix_nano,
      name,
      attributes: attributesOf(attributes),
    })),
    status: { code: codes[span.status] },
  };
}

function attributesOf(attributes: TraceAttributes): { key: string; value: Value }[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: TraceAttributes[string]): Value {
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
