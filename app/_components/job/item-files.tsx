import { useMessages } from "@/app/_data/messages/use-messages";
import type { ArtifactView } from "@/lib/contracts/status";

/** The files of one item, each to be saved on its own. `name` is the item's. */
export function ItemFiles({ name, artifacts }: { name: string; artifacts: ArtifactView[] }) {
  const jobMessages = useMessages("job");
  return (
    <p className="-mx-1 mt-auto flex gap-1 pt-1">
      {artifacts.map((artifact) => {
        const format = artifact.name.split(".").pop()?.toUpperCase() ?? "";
        return (
          <a
            key={artifact.name}
            href={artifact.url}
            download={artifact.name.split("/").pop()}
            aria-label={jobMessages.saveArtifact(format, name)}
            className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-md px-2 font-medium text-accent text-xs underline-offset-4 hover:bg-hover hover:underline sm:min-h-8"
          >
            {format}
          </a>
        );
      })}
    </p>
  );
}
