import { pairsIn } from "@/lib/baggage";
import type { TelemetrySettings } from "@/lib/config";
import type { TraceSpan } from "@/lib/contracts/trace";
import { otlpSpans, usualResource } from "./otlp";

/** The collector will not have these spans, however often they are sent (OTLP/HTTP, "Failures"). */
export class RefusedSpans extends Error {}

/** Answers after which the same spans may be sent again (OTLP/HTTP, "Retryable Response Codes"). */
const passing = new Set([429, 502, 503, 504]);

/** Where an operator's OpenTelemetry collector takes traces. */
export interface Collector {
  url: string;
  headers: Record<string, string>;
  /** Attributes of the resource that the spans are of. */
  resource: Readonly<Record<string, string>>;
}

/**
 * The collector that the standard variables name (OpenTelemetry Protocol Exporter: endpoint and headers; SDK
 * environment variables: service name, resource attributes, off switches); null for none. OTLP is spoken over HTTP in
 * JSON, whatever protocol is asked for: every collector that speaks HTTP takes it.
 */
export function collectorOf(environment: Partial<TelemetrySettings>): Collector | null {
  if (environment.OTEL_SDK_DISABLED === "true" || environment.OTEL_TRACES_EXPORTER === "none") return null;
  const base = environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || (base && `${base.replace(/\/$/, "")}/v1/traces`);
  if (!url) return null;
  const headers = environment.OTEL_EXPORTER_OTLP_TRACES_HEADERS || environment.OTEL_EXPORTER_OTLP_HEADERS || "";
  return { url, headers: pairsIn(headers), resource: resourceOf(environment) };
}

function resourceOf({ OTEL_SERVICE_NAME: name, OTEL_RESOURCE_ATTRIBUTES: attributes }: Partial<TelemetrySettings>) {
  return { ...usualResource, ...pairsIn(attributes ?? ""), ...(name && { "service.name": name }) };
}

/** Spans in one message. */
const atOnce = 1000;
const timeoutMs = 10_000;

/**
 * Sends the spans of one trace.
 * @throws RefusedSpans when the collector will not have them; Error when it cannot be reached or is too busy.
 */
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

async function post({ url, headers, resource }: Collector, traceId: string, spans: TraceSpan[], signal: AbortSignal) {
  const pieces: string[] = [];
  for await (const piece of otlpSpans(spans, traceId, resource)) pieces.push(piece);
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: pieces.join(""),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  await response.body?.cancel();
  if (response.ok) return;
  const message = `The collector at ${new URL(url).host} answered ${response.status}.`;
  throw passing.has(response.status) ? new Error(message) : new RefusedSpans(message);
}
