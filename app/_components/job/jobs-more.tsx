import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";

export function JobsMore({ loading, onMore }: { loading: boolean; onMore(): void }) {
  const jobsMessages = useMessages("jobs");
  return (
    <p className="flex justify-center">
      <Button aria-disabled={loading} onClick={loading ? undefined : onMore}>
        {loading ? jobsMessages.loadingMore : jobsMessages.more}
      </Button>
    </p>
  );
}
