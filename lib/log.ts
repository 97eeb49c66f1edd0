import { pino } from "pino";
import { config } from "./config";
import { singleton } from "./singleton";

/** The process's structured log, JSON lines on standard output: `request_id`, `batch_id` and `item_id` wherever there is one. */
export const log = () => singleton("log", () => pino({ level: config().logLevel, base: undefined }));
