import { pino, stdSerializers } from "pino";
import { pairsIn } from "./baggage";
import { type Config, config } from "./config";
import { keepSecret, withoutSecrets } from "./secrets";
import { singleton } from "./singleton";

/** The process's structured log, JSON lines on standard output: `request_id`, `batch_id` and `item_id` wherever there is one. */
export const log = () =>
  singleton("log", () => {
    for (const secret of secretsOf(config())) keepSecret(secret);
    return pino({
      level: config().logLevel,
      base: undefined,
      serializers: { err: errorLine },
      hooks: { streamWrite: withoutSecrets },
    });
  });

/** What an error says of itself. What others hang on theirs, such as a whole request with its headers, stays out. */
function errorLine(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { type, message, stack } = stdSerializers.err(thrown);
  const { code } = thrown as NodeJS.ErrnoException;
  return { type, message, stack, ...(code !== undefined && { code }) };
}

/** The keys of models, and what the collector's headers carry: as written, as sent, and without the scheme before it. */
function secretsOf({ models, telemetry }: Config): string[] {
  const keys = Object.values(models).flatMap(({ key }) => key ?? []);
  const written = [telemetry.OTEL_EXPORTER_OTLP_HEADERS, telemetry.OTEL_EXPORTER_OTLP_TRACES_HEADERS];
  const sent = written.flatMap((headers) => Object.values(pairsIn(headers)));
  const asWritten = written.flatMap((headers) => headers.split(",").map((pair) => pair.slice(pair.indexOf("=") + 1)));
  return [...keys, ...[...sent, ...asWritten].map((value) => value.split(/\s|%20/).at(-1) ?? "")];
}
