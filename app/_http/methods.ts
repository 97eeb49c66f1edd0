import { operations } from "@/lib/contracts/openapi/document";
import { TracepressError } from "@/lib/errors";

interface Address {
  path: RegExp;
  methods: readonly string[];
}

/** A file's `name` within its batch may have folders. */
function patternOf(path: string): RegExp {
  return new RegExp(
    `^${path
      .replaceAll(".", "\\.")
      .replace("{name}", ".+")
      .replace(/\{\w+\}/g, "[^/]+")}$`,
  );
}

/** The framework answers HEAD where there is GET, and OPTIONS everywhere. */
function withImplied(methods: readonly string[]): readonly string[] {
  const own = methods.map((method) => method.toUpperCase());
  return [...new Set([...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"])].sort();
}

/** How many parts of a path are open; the framework reads addresses with fewer of them first. */
const openParts = (path: string): number => path.split("{").length;

/** Every address of the API with what can be done to it. */
const addresses: readonly Address[] = [...new Set(operations.map(({ path }) => path))]
  .sort((one, other) => openParts(one) - openParts(other))
  .map((path) => ({
    path: patternOf(path),
    methods: withImplied(operations.filter((done) => done.path === path).map(({ method }) => method)),
  }));

/** Why a method cannot be used on an address of the API; null where it can, and for every other address. */
export function otherMethod(method: string, path: string): TracepressError | null {
  const address = addresses.find((known) => known.path.test(path));
  if (!address || address.methods.includes(method)) return null;
  const allow = address.methods.join(", ");
  const sentence = `${method} cannot be used on ${path}; it takes ${allow}.`;
  return new TracepressError("method_not_allowed", sentence, { headers: { allow } });
}
