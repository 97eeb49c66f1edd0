import { route } from "@/app/_http/route";
import { TracepressError } from "@/lib/errors";

const unknown = route("public", ({ request }) => {
  throw new TracepressError("not_found", `There is nothing at ${new URL(request.url).pathname}.`);
});

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
