import { readConfig } from "@/lib/config";
import { checkModels } from "@/lib/models/check";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

let failed = false;
for await (const { outcome, said } of checkModels(readConfig(process.env).models, stop.signal)) {
  console.log(said);
  failed ||= outcome === "failed";
}
process.exitCode = failed ? 1 : 0;
