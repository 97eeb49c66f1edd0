import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";

export function JobsMore({ loading, onMore }: { loading: boolean; onMore(): void }) {
  return (
    <p className="flex justify-center">
      <Button aria-disabled={loading} onClick={loading ? undefined : onMore}>
        {loading ? messages.jobs.loadingMore : messages.jobs.more}
      </Button>
    </p>
  );
}
