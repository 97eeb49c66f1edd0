import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A line to the server that can be cut and mended, as a phone's does; streams break with it, unlike in a browser's offline mode. */
export class Line {
  origin = "";
  /** Bytes that went over the line towards the server. */
  carried = 0;
  /** The heads of the requests that went over the line, as text. */
  readonly sent: string[] = [];
  private readonly sockets = new Set<Socket>();
  private cutOff = false;

  private constructor(private readonly gate: Server) {}

  static async to(serverOrigin: string): Promise<Line> {
    const { hostname, port } = new URL(serverOrigin);
    const gate = createServer();
    const line = new Line(gate);
    gate.on("connection", (near) => line.join(near, connect(Number(port), hostname)));
    gate.listen(0, "127.0.0.1");
    await once(gate, "listening");
    line.origin = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
    return line;
  }

  cut(): void {
    this.cutOff = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.cutOff = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.gate.close();
    await once(this.gate, "close");
  }

  private join(near: Socket, far: Socket): void {
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    if (this.cutOff) return void near.destroy();
    near.on("data", (chunk) => {
      this.carried += chunk.length;
      this.sent.push(chunk.toString("latin1"));
    });
    near.pipe(far);
    far.pipe(near);
  }
}
