import { availableParallelism } from "node:os";
import { delimiter, resolve } from "node:path";
import { z } from "zod";
import { opennessFaults } from "./access/open";
import { arePairs } from "./baggage";
import type { ModelName } from "./contracts/models";
import { sentenceOf } from "./contracts/sentences";
import { modelNames } from "./contracts/terms/models";
import { dataFolderFault } from "./data-folder";
import { type AllModelSettings, modelEnvironment, modelSettingsOf } from "./models/settings";
import { singleton } from "./singleton";

/** An address over http or https, or none. */
const address = () => z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default("");
/** As OpenTelemetry's variables write them. */
const pairs = () =>
  z.string().refine(arePairs, "Write name=value with commas between, and a percent sign as %25.").default("");
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Every setting Tracepress reads, by its name in the environment; README's table is printed from here. */
export const settings = {
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe("Port that `npm start` and the demo listen on"),
  TRACEPRESS_HOST: z.string().default("127.0.0.1").describe("Address that `npm start` and the demo listen on"),
  TRACEPRESS_AUTH: z
    .enum(["local", "accounts"])
    .default("local")
    .describe("`local`: no one signs in and only this machine is answered; `accounts`: everyone signs in"),
  TRACEPRESS_URL: address().describe(
    "Address that people reach this server at, such as `https://studio.example.org`; needed where it listens on more than this machine",
  ),
  TRACEPRESS_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(9)
    .default(0)
    .describe("Proxies before this server whose `X-Forwarded-For` is believed, for the limits by address"),
  TRACEPRESS_DATA: z.string().default("./data").describe("Folder of the database and the files; created when missing"),
  TRACEPRESS_SLOTS: count(availableParallelism()).describe("Items worked on at once"),
  TRACEPRESS_MAX_ITEMS: count(1000).describe("Items in one batch"),
  TRACEPRESS_MAX_PENDING_ITEMS: count(20_000).describe("Items in the queue before submissions are answered 429"),
  TRACEPRESS_MAX_FILE_MB: count(50).describe("Size of one file, in megabytes"),
  TRACEPRESS_MAX_BODY_MB: count(128).describe("Size of a JSON submission, files as data: URLs included, in megabytes"),
  TRACEPRESS_MAX_JSON_DEPTH: count(32).describe("Levels of objects and lists within each other in a JSON body"),
  TRACEPRESS_MAX_HEADER_KB: z.coerce
    .number()
    .int()
    .min(4)
    .max(64)
    .default(16)
    .describe("Size of a request's headers, in kilobytes"),
  TRACEPRESS_HEADER_SECONDS: z.coerce
    .number()
    .positive()
    .max(600)
    .default(20)
    .describe("Seconds in which a request's headers must arrive"),
  TRACEPRESS_REQUEST_SECONDS: z.coerce
    .number()
    .positive()
    .max(86_400)
    .default(900)
    .describe("Seconds in which a whole request must arrive, an upload's bytes included"),
  TRACEPRESS_PREVIEWS_PER_MINUTE: count(240).describe("Previews a minute, by one account and from one address"),
  TRACEPRESS_SUBMITS_PER_MINUTE: count(60).describe(
    "Batches a minute, new ones and those run again, laid out again, put in order, bound or sent to Drive, by one account and from one address",
  ),
  TRACEPRESS_UPLOADS_PER_MINUTE: count(1200).describe("Uploads a minute, by one account and from one address"),
  TRACEPRESS_SIGN_INS_PER_MINUTE: count(10).describe("Tries to sign in a minute, by one name and from one address"),
  TRACEPRESS_MAX_PIXELS: count(100_000_000).describe("Pixels of one picture"),
  TRACEPRESS_ALLOW_HOSTS: z
    .string()
    .default("")
    .describe("Private hosts that files may be fetched from, as `host[:port]` with commas between"),
  TRACEPRESS_FETCH_SECONDS: count(30).describe("Seconds in which a site must hand out a file that is fetched from it"),
  TRACEPRESS_MIN_FREE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .default(500)
    .describe("Free disk space below which nothing new is taken in, in megabytes"),
  TRACEPRESS_ITEM_STAGE_SECONDS: z.coerce
    .number()
    .positive()
    .max(86_400)
    .default(120)
    .describe("Seconds that one stage of an item may take until it is stopped and tried again"),
  TRACEPRESS_CLOSING_STAGE_SECONDS: z.coerce
    .number()
    .positive()
    .max(86_400)
    .default(900)
    .describe("Seconds that one stage of putting a batch together may take until it is stopped"),
  TRACEPRESS_JOB_TTL_HOURS: z.coerce.number().positive().default(24).describe("Hours until a batch expires"),
  TRACEPRESS_MODEL: z
    .enum(modelNames)
    .default("lineart")
    .describe("Who draws coloring pages where a batch does not say: lineart, claude, openai or gemini"),
  ...modelEnvironment,
  TRACEPRESS_DRIVE_CREDENTIALS: z
    .string()
    .default("")
    .describe(
      "Credentials file (JSON) for delivery to Google Drive, of a service account or an authorized user; off when empty",
    ),
  TRACEPRESS_DRIVE_ROOT: z
    .string()
    .default("")
    .describe("Id of the Drive folder that deliveries go into; the account's own root folder when empty"),
  TRACEPRESS_DRIVE_URL: z
    .url({ protocol: /^https?$/ })
    .default("https://www.googleapis.com")
    .describe("Origin of the Drive API"),
  TRACEPRESS_FONTS: z
    .string()
    .default("")
    .describe(
      "Folders with fonts for decks, read before the system's; several with the system's path separator between",
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: address().describe(
    "Collector that traces are sent to, by OTLP over HTTP; off when empty",
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address().describe("The same as the whole address for traces; goes first"),
  OTEL_EXPORTER_OTLP_HEADERS: pairs().describe("Headers for the collector, as `name=value` with commas"),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs().describe("The same for traces; goes first"),
  OTEL_TRACES_EXPORTER: z.string().default("").describe("`none` sends no traces"),
  OTEL_SERVICE_NAME: z.string().default("").describe("Name of this server in the collector; tracepress by default"),
  OTEL_RESOURCE_ATTRIBUTES: pairs().describe(
    "More of what the collector is told about this server, as `name=value` with commas",
  ),
  OTEL_SDK_DISABLED: z.string().default("").describe("`true` sends no traces, whatever else is set"),
  LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"])
    .default("info")
    .describe("Log detail"),
} as const;

const environmentSchema = z.object(settings);

/** Where finished batches can be delivered to in Google Drive. */
export interface DriveSettings {
  /** Absolute path of the credentials file; null when Drive is not configured. */
  credentials: string | null;
  /** Id of the folder that holds everything; empty is the account's own root folder. */
  root: string;
  /** Origin of the API, such as `https://www.googleapis.com`. */
  url: string;
}

export type TelemetrySettings = Pick<
  z.infer<typeof environmentSchema>,
  | "OTEL_EXPORTER_OTLP_ENDPOINT"
  | "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"
  | "OTEL_EXPORTER_OTLP_HEADERS"
  | "OTEL_EXPORTER_OTLP_TRACES_HEADERS"
  | "OTEL_TRACES_EXPORTER"
  | "OTEL_SERVICE_NAME"
  | "OTEL_RESOURCE_ATTRIBUTES"
  | "OTEL_SDK_DISABLED"
>;

export interface Config {
  port: number;
  host: string;
  auth: "local" | "accounts";
  /** That people reach this server at; null when none is set. */
  publicUrl: URL | null;
  /** How many proxies stand before this server. */
  proxies: number;
  /** Absolute path of the data folder. */
  data: string;
  slots: number;
  maxItems: number;
  maxPendingItems: number;
  maxFileBytes: number;
  maxBodyBytes: number;
  maxPixels: number;
  maxJsonDepth: number;
  maxHeaderBytes: number;
  /** Milliseconds for the headers of a request, and for all of it. */
  headersMs: number;
  requestMs: number;
  /** How often one account, name or address may do it. */
  perMinute: { preview: number; submit: number; upload: number; signIn: number };
  allowHosts: string[];
  /** Of one file that is fetched from a site. */
  fetchMs: number;
  /** Bytes that must be free in the data folder for anything new to be taken in. */
  minFreeBytes: number;
  itemStageMs: number;
  closingStageMs: number;
  jobTtlMs: number;
  /** Who draws where a batch does not say. */
  model: ModelName;
  models: AllModelSettings;
  drive: DriveSettings;
  /** Absolute paths. */
  fontFolders: string[];
  /** The standard variables of OpenTelemetry, by their own names. */
  telemetry: TelemetrySettings;
  logLevel: z.infer<typeof settings.LOG_LEVEL>;
}

/**
 * Reads the settings from an environment; empty values count as unset.
 * @throws Error whose message lists every wrong setting, one a line.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(given, { error: sentenceOf });
  if (!parsed.success) throw notValid(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  const env = parsed.data;
  const publicUrl = env.TRACEPRESS_URL === "" ? null : new URL(env.TRACEPRESS_URL);
  const faults = opennessFaults({ host: env.TRACEPRESS_HOST, auth: env.TRACEPRESS_AUTH, publicUrl });
  if (faults.length > 0) throw notValid(faults);
  return {
    port: env.PORT,
    host: env.TRACEPRESS_HOST,
    auth: env.TRACEPRESS_AUTH,
    publicUrl,
    proxies: env.TRACEPRESS_PROXIES,
    data: resolve(env.TRACEPRESS_DATA),
    slots: env.TRACEPRESS_SLOTS,
    maxItems: env.TRACEPRESS_MAX_ITEMS,
    maxPendingItems: env.TRACEPRESS_MAX_PENDING_ITEMS,
    maxFileBytes: env.TRACEPRESS_MAX_FILE_MB * 1_000_000,
    maxBodyBytes: env.TRACEPRESS_MAX_BODY_MB * 1_000_000,
    maxPixels: env.TRACEPRESS_MAX_PIXELS,
    maxJsonDepth: env.TRACEPRESS_MAX_JSON_DEPTH,
    maxHeaderBytes: env.TRACEPRESS_MAX_HEADER_KB * 1024,
    headersMs: env.TRACEPRESS_HEADER_SECONDS * 1000,
    requestMs: env.TRACEPRESS_REQUEST_SECONDS * 1000,
    perMinute: {
      preview: env.TRACEPRESS_PREVIEWS_PER_MINUTE,
      submit: env.TRACEPRESS_SUBMITS_PER_MINUTE,
      upload: env.TRACEPRESS_UPLOADS_PER_MINUTE,
      signIn: env.TRACEPRESS_SIGN_INS_PER_MINUTE,
    },
    fetchMs: env.TRACEPRESS_FETCH_SECONDS * 1000,
    allowHosts: env.TRACEPRESS_ALLOW_HOSTS.split(",")
      .map((host) => host.trim())
      .filter((host) => host !== ""),
    minFreeBytes: env.TRACEPRESS_MIN_FREE_MB * 1_000_000,
    itemStageMs: env.TRACEPRESS_ITEM_STAGE_SECONDS * 1000,
    closingStageMs: env.TRACEPRESS_CLOSING_STAGE_SECONDS * 1000,
    jobTtlMs: env.TRACEPRESS_JOB_TTL_HOURS * 3_600_000,
    model: env.TRACEPRESS_MODEL,
    models: modelSettingsOf(env),
    drive: {
      credentials: env.TRACEPRESS_DRIVE_CREDENTIALS ? resolve(env.TRACEPRESS_DRIVE_CREDENTIALS) : null,
      root: env.TRACEPRESS_DRIVE_ROOT,
      url: env.TRACEPRESS_DRIVE_URL,
    },
    fontFolders: env.TRACEPRESS_FONTS.split(delimiter)
      .filter((folder) => folder !== "")
      .map((folder) => resolve(folder)),
    telemetry: env,
    logLevel: env.LOG_LEVEL,
  };
}

const notValid = (faults: string[]): Error =>
  new Error(
    `Tracepress cannot start, these settings are not valid:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
  );

/** The settings of this process, read once. */
export const config = (): Config => singleton("config", () => readConfig(process.env));

/** Ends the process with a sentence a person can act on when the settings are not valid, or the data folder is none. */
export function checkConfig(): void {
  try {
    const fault = dataFolderFault(config().data);
    if (fault !== null) throw notValid([fault]);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}
