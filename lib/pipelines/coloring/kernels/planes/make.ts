// Compiles the .as files into planes.wasm.ts.
//
//   npm run planes
import { writeFile } from "node:fs/promises";
import { compilePlanes, wasmModule } from "./compile";

await writeFile(new URL("./planes.wasm.ts", import.meta.url), wasmModule(await compilePlanes()));
