// Lighthouse on both tabs, against the server as it is run, as a phone and as a desk computer.
//
//   npm run bench:lighthouse
import { audit } from "@/tests/support/lighthouse";
import { TestServer } from "@/tests/support/server";

const server = await new TestServer({ LOG_LEVEL: "silent" }).start();
try {
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, path] of [
    ["Batch", "/"],
    ["Jobs", "/jobs"],
  ]) {
    // A server's first answer is slower than all others.
    await fetch(server.origin + path);
    for (const device of ["phone", "desktop"] as const) {
      const { faults, ...figures } = await audit(server.origin + path, device);
      rows[`${name}, ${device}`] = figures;
      for (const fault of faults) console.log(`${name}, ${device}: ${fault}`);
    }
  }
  console.table(rows);
} finally {
  await server.stop();
}
