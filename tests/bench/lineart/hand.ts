/** A process of the pool: does the tasks it is sent, one after another. */
import { evaluate } from "./evaluate";
import { measureSheet } from "./pages/measure-sheet";
import { Canny, pythonWithOpencv } from "./peers/opencv";
import type { Answer, Result, Task } from "./pool";
import { samplesOf } from "./samples";

const withPeers = process.argv.includes("peers");
const python = withPeers ? pythonWithOpencv() : null;
const canny = python ? new Canny(python) : null;

async function work(task: Task): Promise<Result> {
  if (task.kind === "sheet") return measureSheet(task);
  const samples = samplesOf(task.set);
  if (typeof samples === "string") throw new Error(samples);
  return evaluate(samples[task.index], canny, withPeers);
}

process.on("message", (task: Task) => {
  const answer = (message: Answer) => process.send?.(message);
  work(task).then(
    (result) => answer({ result }),
    (error: Error) => answer({ error: error.stack ?? error.message }),
  );
});
process.on("disconnect", () => canny?.close());
