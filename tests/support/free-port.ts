import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Below these lie the ports that Linux, macOS and Windows give to whoever asks for any, listeners and calls alike: between the
 * look and the server's start no connection of another test can come to lie on one that was found here.
 */
const [lowest, firstGiven] = [10_000, 32_768];

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (firstGiven - lowest));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const heard = new Promise<boolean>((resolve) => {
    probe.once("listening", () => resolve(true));
    probe.once("error", () => resolve(false));
  });
  probe.listen(port, "127.0.0.1");
  if (!(await heard)) return false;
  probe.close();
  await once(probe, "close");
  return true;
}
