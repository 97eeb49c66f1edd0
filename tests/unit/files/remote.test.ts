import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchRemote, type RemoteRules, type Resolve, usualRules } from "@/lib/files/remote";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server of this test on loopback; its port, and how often it was asked. */
async function serve(listener: RequestListener): Promise<{ port: number; host: string; hits: () => number }> {
  let hits = 0;
  const server = createServer((request, response) => {
    hits++;
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, host: `127.0.0.1:${port}`, hits: () => hits };
}

const allowing = (...allowHosts: string[]): RemoteRules => ({ ...usualRules, allowHosts });

async function read(url: string, rules: RemoteRules, tools: { signal?: AbortSignal; resolve?: Resolve } = {}) {
  const { name, body } = await fetchRemote(url, rules, tools);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { name, bytes: Buffer.concat(chunks) };
}

describe("fetching a file by its address", () => {
  it("gives its bytes and the last part of its address as its name", async () => {
    const { host } = await serve((_, response) => response.end("<svg/>"));
    const { name, bytes } = await read(`http://${host}/a/cat%20one.svg?x=1`, allowing(host));
    expect([name, bytes.toString()]).toEqual(["cat one.svg", "<svg/>"]);
  });

  it("undoes compression", async () => {
    const { host } = await serve((_, response) => {
      response.setHeader("content-encoding", "gzip").end(gzipSync("<svg/>"));
    });
    expect((await read(`http://${host}/`, allowing(host))).bytes.toString()).toBe("<svg/>");
  });

  it.each(["ftp://example.org/a", "file:///etc/passwd", "data:,x", "gopher://x/", "no address"])(
    "refuses what is neither http nor https: %s",
    async (url) => expect(read(url, usualRules)).rejects.toMatchObject({ code: "remote_refused", retryable: false }),
  );

  it("refuses an address with a password in it", async () => {
    await expect(read("http://me:secret@example.org/", usualRules)).rejects.toMatchObject({ code: "remote_refused" });
  });
});

describe("a private host", () => {
  it.each(["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433"])(
    "is refused and never asked, however it is written: %s",
    async (written) => {
      const { port, hits } = await serve((_, response) => response.end("secret"));
      const refusal = expect(read(`http://${written}:${port}/`, usualRules)).rejects;
      await refusal.toMatchObject({
        code: "remote_refused",
        message: expect.stringContaining("TRACEPRESS_ALLOW_HOSTS"),
      });
      expect(hits()).toBe(0);
    },
  );

  it("is refused when only one of a name's addresses is private", async () => {
    const resolve: Resolve = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    await expect(read("http://mixed.test/", usualRules, { resolve })).rejects.toMatchObject({ code: "remote_refused" });
  });

  it("is refused as the target of a redirect", async () => {
    const secret = await serve((_, response) => response.end("secret"));
    const { host } = await serve((_, response) =>
      response.writeHead(302, { location: `http://${secret.host}/` }).end(),
    );
    await expect(read(`http://${host}/`, allowing(host))).rejects.toMatchObject({ code: "remote_refused" });
    expect(secret.hits()).toBe(0);
  });

  it("is reached where the operator lists it", async () => {
    const { host } = await serve((_, response) => response.end("inside"));
    expect((await read(`http://${host}/`, allowing(host))).bytes.toString()).toBe("inside");
  });
});

describe("a name whose address changes", () => {
  it("is looked up once, and the connection goes to the address that was checked", async () => {
    const { port, hits } = await serve((_, response) => response.end("first"));
    let asked = 0;
    const resolve: Resolve = async () => [{ address: asked++ === 0 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    const { bytes } = await read(`http://rebind.test:${port}/`, allowing("rebind.test"), { resolve });
    expect([bytes.toString(), asked, hits()]).toEqual(["first", 1, 1]);
  });

  it("is looked up and checked at each redirect", async () => {
    const { port, hits } = await serve((_, response) => {
      response.writeHead(302, { location: `http://second.test:${port}/` }).end();
    });
    const asked: string[] = [];
    const resolve: Resolve = async (host) => {
      asked.push(host);
      return [{ address: host === "first.test" ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    };
    await expect(read(`http://first.test:${port}/`, allowing("first.test"), { resolve })).rejects.toMatchObject({
      code: "remote_refused",
      message: expect.stringContaining("second.test"),
    });
    expect([hits(), asked]).toEqual([1, ["first.test", "second.test"]]);
  });
});

describe("redirects", () => {
  const counting: RequestListener = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end("there");
    else response.writeHead(307, { location: `/${left - 1}` }).end();
  };

  it("are followed five times", async () => {
    const { host } = await serve(counting);
    expect((await read(`http://${host}/5`, allowing(host))).bytes.toString()).toBe("there");
  });

  it("are not followed a sixth time", async () => {
    const { host, hits } = await serve(counting);
    await expect(read(`http://${host}/6`, allowing(host))).rejects.toMatchObject({ code: "remote_refused" });
    expect(hits()).toBe(6);
  });

  it("are not followed to another kind of address", async () => {
    const { host } = await serve((_, response) => response.writeHead(301, { location: "file:///etc/passwd" }).end());
    await expect(read(`http://${host}/`, allowing(host))).rejects.toMatchObject({ code: "remote_refused" });
  });
});

describe("a file that is too large", () => {
  const small = (host: string) => ({ ...allowing(host), limit: 1000 });

  it("is refused by the length it claims, before it is read", async () => {
    const { host } = await serve((_, response) => void response.writeHead(200, { "content-length": 1001 }).write("x"));
    await expect(fetchRemote(`http://${host}/`, small(host))).rejects.toMatchObject({ code: "too_large" });
  });

  it("is broken off when it goes on for ever", async () => {
    let hungUp = () => {};
    const left = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const { host } = await serve((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1000)));
        if (!response.destroyed) response.once("drain", pour);
      };
      response.once("close", hungUp);
      pour();
    });
    await expect(read(`http://${host}/`, small(host))).rejects.toMatchObject({ code: "too_large" });
    await left;
  });

  it("is broken off when it grows out of its compression", async () => {
    const { host } = await serve((_, response) => {
      response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(100_000)));
    });
    await expect(read(`http://${host}/`, small(host))).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("a server that fails", () => {
  it("is worth another try when it says so, after the time it asks for", async () => {
    const { host } = await serve((_, response) => response.writeHead(503, { "retry-after": "7" }).end());
    await expect(read(`http://${host}/`, allowing(host))).rejects.toMatchObject({
      code: "remote_unavailable",
      retryable: true,
      retryAfter: 7,
    });
  });

  it.each([404, 403, 410, 204, 304])("is not worth another try when it answers %i", async (status) => {
    const { host } = await serve((_, response) => response.writeHead(status).end());
    const fault = { code: "remote_refused", message: expect.stringContaining(String(status)) };
    await expect(read(`http://${host}/`, allowing(host))).rejects.toMatchObject(fault);
  });

  it("is worth another try when it sends less than it said", async () => {
    const { host } = await serve((_, response) => {
      response.writeHead(200, { "content-length": 100 }).write("<svg>");
      setTimeout(() => response.destroy(), 20);
    });
    await expect(read(`http://${host}/`, allowing(host))).rejects.toMatchObject({ code: "remote_unavailable" });
  });

  it("is worth another try when nobody listens", async () => {
    const { host } = await serve(() => {});
    const server = servers.pop();
    await new Promise((resolve) => server?.close(resolve));
    await expect(read(`http://${host}/`, allowing(host))).rejects.toMatchObject({ code: "remote_unavailable" });
  });

  it.each([
    ["before its answer", false],
    ["in the middle of its file", true],
  ])("is given up when it stalls %s", async (_, begins) => {
    const { host } = await serve((_, response) => void (begins && response.writeHead(200).write("<svg>")));
    const rules = { ...allowing(host), timeoutMs: 150 };
    await expect(read(`http://${host}/`, rules)).rejects.toMatchObject({ code: "timeout", retryable: true });
  });

  it("is given up when its name takes too long to find", async () => {
    const resolve: Resolve = () => new Promise(() => {});
    const rules = { ...usualRules, timeoutMs: 100 };
    await expect(read("http://slow.test/", rules, { resolve })).rejects.toMatchObject({ code: "timeout" });
  });

  it("is left at once when the batch is cancelled", async () => {
    const { host } = await serve((_, response) => void response.writeHead(200).write("<svg>"));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const reading = read(`http://${host}/`, allowing(host), { signal: stop.signal });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });
});
