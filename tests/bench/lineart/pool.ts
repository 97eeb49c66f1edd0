import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Evaluated } from "./evaluate";
import type { MeasuredSheet, SheetTask } from "./pages/measure-sheet";
import type { SetName } from "./samples";

export type Task = { kind: "sample"; set: SetName; index: number } | SheetTask;
export type Result = Evaluated | MeasuredSheet;
export interface Answer {
  result?: Result;
  error?: string;
}

const hand = fileURLToPath(new URL("hand.ts", import.meta.url));

/** Does tasks in a few processes; results come back in the order of the tasks. */
export async function runTasks<R extends Result>(
  tasks: Task[],
  { hands, withPeers }: { hands: number; withPeers: boolean },
  done: (count: number) => void,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let finished = 0;
  const work = async () => {
    const child = fork(hand, withPeers ? ["peers"] : [], { execArgv: ["--import", "tsx"], serialization: "advanced" });
    try {
      while (next < tasks.length) {
        const index = next++;
        results[index] = (await ask(child, tasks[index])) as R;
        done(++finished);
      }
    } finally {
      if (child.connected) child.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(hands, tasks.length) }, work));
  return results;
}

function ask(child: ChildProcess, task: Task): Promise<Result> {
  return new Promise((resolve, reject) => {
    const fail = (why: unknown) => reject(new Error(`${JSON.stringify(task)}: ${why}`));
    const lost = (code: number | null) => fail(`the process ended with ${code}`);
    child.once("exit", lost);
    child.once("message", ({ result, error }: Answer) => {
      child.off("exit", lost);
      if (result) resolve(result);
      else fail(error);
    });
    child.send(task);
  });
}
