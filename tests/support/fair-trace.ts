import { readFile, writeFile } from "node:fs/promises";

/** An event of Chromium's trace format; times in microseconds, those that begin with t in the thread's processor time. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

interface Task {
  from: number;
  to: number;
  /** Share of its time in which it ran and did not wait for a core. */
  ran: number;
}

/** Takes out of a trace the time in which its tasks waited for a core, which is the machine's and not the page's. */
export async function withoutWaiting(file: string): Promise<void> {
  const trace = JSON.parse(await readFile(file, "utf8")) as { traceEvents: TraceEvent[] };
  for (const events of byThread(trace.traceEvents).values()) shorten(events);
  await writeFile(file, JSON.stringify(trace));
}

function byThread(events: readonly TraceEvent[]): Map<string, TraceEvent[]> {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid}:${event.tid}`;
    const known = threads.get(thread);
    if (known) known.push(event);
    else threads.set(thread, [event]);
  }
  return threads;
}

/** What happens in a task moves towards its beginning by the share in which the task waited; its order stays. */
function shorten(events: readonly TraceEvent[]): void {
  const tasks = outermost(events);
  for (const event of events) {
    const task = taskAt(tasks, event.ts);
    if (task === null) continue;
    event.ts = task.from + (event.ts - task.from) * task.ran;
    if (event.dur !== undefined) event.dur *= task.ran;
  }
}

function outermost(events: readonly TraceEvent[]): Task[] {
  return events
    .filter(({ name, ph, dur = 0 }) => ph === "X" && dur > 0 && /RunTask$/.test(name))
    .map(({ ts, dur = 0, tdur }) => ({ from: ts, to: ts + dur, ran: tdur === undefined ? 1 : Math.min(1, tdur / dur) }))
    .sort((one, other) => one.from - other.from);
}

/** The task that runs at a moment, found by halving; null between two. */
function taskAt(tasks: readonly Task[], ts: number): Task | null {
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tasks[middle].from <= ts) low = middle + 1;
    else high = middle;
  }
  const task = tasks[low - 1];
  return task !== undefined && ts <= task.to ? task : null;
}
