import { readFileSync } from "node:fs";
import { readConfig } from "@/lib/config";
import { deliver } from "@/lib/delivery/deliver";
import { openDrive } from "@/lib/delivery/drive";
import { file } from "./freight";

/** A process that delivers one file as `deck.pptx` of `batch_one`, to be killed on the way: `courier.ts <path>`. */
const drive = await openDrive(readConfig(process.env).drive);
await deliver(
  {
    files: [file("deck.pptx", readFileSync(process.argv[2]))],
    folderPattern: "Tracepress/{date}/{job_id}/",
    values: { date: "2026-03-01", job_id: "batch_one", title: "" },
    signal: new AbortController().signal,
  },
  drive,
);
