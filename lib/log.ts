import { pino } from "pino";
import { config } from "./config";
import { singleton } from "./singleton";

/** The process's structured log, JSON lines on standard output. */
export const log = () => singleton("log", () => pino({ level: config().logLevel, base: undefined }));
