import type { TelemetrySettings } from "@/lib/config";
import type { TraceSpan } from "@/lib/contracts/trace";
import { otlpSpans } from "./otlp";

/** Where an operator's OpenTelemetry collector takes traces. */
export interface Collector {
  url: string;
  headers: Record<string, string>;
}

/**
 * The collector that the standard variables name (OpenTelemetry Protocol Exporter, 2: endpoint and headers); null for
 * none. OTLP is spoken over HTTP in JSON, whatever protocol is asked for: every collector that speaks HTTP takes it.
 */
export function collectorOf(environment: Partial<TelemetrySettings>): Collector | null {
  if (environment.OTEL_SDK_DISABLED === "true") return null;
  const base = environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || (base && `${base.replace(/\/$/, "")}/v1/traces`);
  if (!url) return null;
  const headers = environment.OTEL_EXPORTER_OTLP_TRACES_HEADERS || environment.OTEL_EXPORTER_OTLP_HEADERS || "";
  return { url, headers: headersOf(headers) };
}

/** `name=value` with commas between, percent-encoded (W3C Baggage). */
function headersOf(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const pair of text.split(",")) {
    const [name, ...value] = pair.split("=");
    if (value.length > 0) headers[name.trim()] = decodeURIComponent(value.join("=").trim());
  }
  return headers;
}

/** Spans in one message. */
const atOnce = 1000;
const timeoutMs = 10_000;

/** Sends the spans of one trace. @throws Error when the collector cannot be reached or does not take them. */
export async function sendSpans(
  collector: Collector,
  traceId: string,
  spans: Iterable<TraceSpan>,
  signal: AbortSignal,
): Promise<void> {
  let waiting: TraceSpan[] = [];
  for (const span of spans) {
    waiting.push(span);
    if (waiting.length < atOnce) continue;
    await post(collector, traceId, waiting, signal);
    waiting = [];
  }
  if (waiting.length > 0) await post(collector, traceId, waiting, signal);
}

async function post({ url, headers }: Collector, traceId: string, spans: TraceSpan[], signal: AbortSignal) {
  const pieces: string[] = [];
  for await (const piece of otlpSpans(spans, traceId)) pieces.push(piece);
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: pieces.join(""),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The collector at ${new URL(url).host} answered ${response.status}.`);
}
