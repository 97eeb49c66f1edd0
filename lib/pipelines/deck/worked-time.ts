import { openSync, readSync } from "node:fs";

/** Nanoseconds this thread has had a processor, then what it waited for one; Linux has it. */
const account = "/proc/thread-self/schedstat";

/**
 * Milliseconds this thread has been at work: a machine busy with others takes no time from it. Where the system does not
 * tell, the time on the clock.
 */
export function workedMilliseconds(): number {
  const [worked] = told().split(" ");
  return worked === "" ? performance.now() : Number(worked) / 1e6;
}

/** Null where the system does not tell. Opened once in a thread, of which it tells. */
let opened: number | null | undefined;
const room = Buffer.alloc(128);

function told(): string {
  if (opened === undefined) opened = openAccount();
  return opened === null ? "" : room.toString("latin1", 0, readSync(opened, room, 0, room.length, 0));
}

function openAccount(): number | null {
  try {
    return openSync(account, "r");
  } catch {
    return null;
  }
}

/** So much work from now on. Asked often it costs no more than a look at the clock. */
export class WorkLimit {
  private readonly ends: number;
  /** Before this on the clock the work cannot be done: a thread never works longer than time goes by. */
  private asksAgain: number;

  /** @param milliseconds of work. */
  constructor(milliseconds: number) {
    this.ends = workedMilliseconds() + milliseconds;
    this.asksAgain = performance.now() + milliseconds;
  }

  get isOver(): boolean {
    const now = performance.now();
    if (now < this.asksAgain) return false;
    const left = this.ends - workedMilliseconds();
    this.asksAgain = now + left;
    return left <= 0;
  }
}
