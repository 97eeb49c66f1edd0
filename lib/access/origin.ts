import { isIPv6 } from "node:net";
import type { Config } from "@/lib/config";

type Place = Pick<Config, "host" | "port" | "publicUrl">;

/** Where a server answers that listens so, such as `http://127.0.0.1:3000`. */
export const originAt = ({ host, port }: Pick<Place, "host" | "port">): string =>
  `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;

/** Where people reach this server, such as `https://studio.example.org`. */
export const originOf = (place: Place): string => place.publicUrl?.origin ?? originAt(place);

/** The same for who sent a request with these headers: where no address is set, by the name it was sent to. */
export function originFor(headers: Headers, place: Place): string {
  const host = headers.get("host");
  if (place.publicUrl !== null || host === null) return originOf(place);
  return `${headers.get("x-forwarded-proto") === "https" ? "https" : "http"}://${host}`;
}
