import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { familyCpuSeconds } from "../process";

const run = promisify(execFile);

/** A peer's server on loopback, in a folder that goes with it. */
export interface PeerServer {
  port: number;
  /** Processor time that it has taken so far. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** Redis as durable as our own: each write reaches the kernel at once, and the disk within a second. Null without it. */
export async function startRedis(): Promise<PeerServer | null> {
  const found = await run("redis-server", ["--version"]).then(Boolean, () => false);
  if (!found) return null;
  const folder = mkdtempSync(join(tmpdir(), "tracepress-redis-"));
  const port = await freePort();
  const settings = { port, bind: "127.0.0.1", dir: folder, appendonly: "yes", appendfsync: "everysec", save: "" };
  return serve(
    "redis-server",
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    port,
    folder,
  );
}

const postgres = "/usr/lib/postgresql/15/bin";

/** PostgreSQL with `synchronous_commit=off`, which loses as much in a power cut as our own. Null without it. */
export async function startPostgres(): Promise<PeerServer | null> {
  if (!existsSync(postgres)) return null;
  const folder = mkdtempSync(join(tmpdir(), "tracepress-postgres-"));
  const user = await postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  await run(join(postgres, "initdb"), ["-D", data, "-U", "bench", "-A", "trust"], { ...user, cwd: folder });
  const port = await freePort();
  const settings = { listen_addresses: "127.0.0.1", port, unix_socket_directories: folder, synchronous_commit: "off" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return serve(join(postgres, "postgres"), ["-D", data, ...flags], port, folder, user);
}

/** PostgreSQL refuses to run as root: then Debian's own user is taken. */
async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
}

async function serve(
  program: string,
  flags: string[],
  port: number,
  folder: string,
  user?: { uid: number; gid: number },
): Promise<PeerServer> {
  const child = spawn(program, flags, { stdio: "ignore", cwd: folder, ...user });
  const exit = once(child, "exit");
  await reachable(port, () => child.exitCode === null);
  return {
    port,
    cpuSeconds: () => familyCpuSeconds(child.pid as number),
    async stop() {
      child.kill("SIGTERM"); // waits for connections that are about to end: cutting them off is an error to their client
      await exit;
      rmSync(folder, { recursive: true });
    },
  };
}

async function reachable(port: number, alive: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20_000 && alive(); waited += 100) {
    const socket = createConnection({ port, host: "127.0.0.1" });
    const open = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await delay(100);
  }
  throw new Error(`The server at port ${port} did not start.`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
